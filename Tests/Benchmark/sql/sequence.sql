SELECT head FROM annals.sequence();
\sleep 1 ms
