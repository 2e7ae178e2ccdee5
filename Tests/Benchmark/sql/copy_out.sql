COPY (SELECT * FROM annals.log JOIN annals.entry USING (event_id, revision)) TO STDOUT;
