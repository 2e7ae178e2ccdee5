-- Whether the rulebook has a value of a facet; a test holds it to annals.facet, which an append is too short to look at.
--
-- It fixes no search_path, so that the planner sees through it.
CREATE OR REPLACE FUNCTION annals.is_claim(facet text, value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
    SELECT facet || ' ' || value IN (
        'orientation friendly', 'orientation ally', 'orientation enemy', 'orientation rival',
        'orientation mixed', 'orientation neutral', 'stance critical', 'stance endorsing', 'stance hostile',
        'stance conditional', 'stance wait-and-see', 'stance accommodating', 'dialogue refused',
        'dialogue direct', 'dialogue suspended', 'dialogue none', 'dialogue indirect',
        'representation attempted', 'representation none', 'representation ambassador',
        'representation minister', 'representation charge', 'representation office',
        'representation interests-served', 'recognition unrecognised', 'recognition de-facto',
        'recognition de-jure', 'recognition refused', 'recognition withdrawn', 'agreement breached',
        'agreement in-force', 'agreement signed', 'agreement ended', 'agreement suspended',
        'hostility threat', 'hostility war', 'hostility force', 'hostility display', 'hostility none',
        'sanctions eased', 'sanctions lifted', 'sanctions imposed', 'sanctions threatened', 'aid active',
        'aid pledged', 'aid ended', 'aid suspended', 'support active', 'support ended', 'affiliation left',
        'affiliation component', 'affiliation member', 'affiliation pledged', 'affiliation liaison',
        'affiliation ally', 'affiliation defected-to', 'polity-status de-facto-government',
        'polity-status defunct', 'polity-status insurgent', 'polity-status government'
    );
$$;
