extension HelpTopic {
    static let datesText = """
        DATES AND THE TWO CLOCKS

        Dates are EDTF (ISO 8601-2), kept as written and never sharpened: a year is not
        its first of January.

          2020-02-29              a day
          2020-02, 2020           some day of a month, of a year
          2001-10-07/2021-08-30   from, to: both days included
          2020-02-29/..           from that day, and it holds on
          2020-02-29/             from that day, and it ended, nobody says when
          ../2021, ../..          standing: always so, as far as the record goes
          [..2020]                some day up to the end of 2020
          [2020-02-29..]          that day or later
          [2020,2021]             one of the two years
          2013?  2013~  2013%     uncertain, approximate, both: shown, and no wider
          201X, 2021-08-XX        some time in the 2010s; some day of the month
          2021-21 to 2021-24      spring, summer, autumn, winter

        Years run from 0001 to 9999. What can be read in two ways, as 06/07/2021, is
        refused with both readings.

        THE TWO CLOCKS

          --at DATE     As it stood at the end of that day, month or year, UTC. Left
                        out: today.
          --known WHEN  As we knew it then: at the end of a day (2026-11-22), at a
                        time (2026-11-22T10:00:00Z), or at a position of the log
                        (#57). Left out: now.
          --since WHEN  Of a log: after a position, or from the first entry on that
                        was recorded on or after a day or a time.

        Correcting an event today changes how things stood years ago, as we know it
        now. It never changes what we knew before: --known gives that again.

        A time that is not over, or by which entries are still being recorded, is
        answered as far as is known, and said not to be settled; --wait waits for it.

        An imprecise date gives every answer two sides. Choose a day for each within
        its bounds: a value is certain when every choice gives it, and possible when
        some do.
        """
}
