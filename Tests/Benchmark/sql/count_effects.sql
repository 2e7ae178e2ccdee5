SELECT count(*) FROM annals.effect;
