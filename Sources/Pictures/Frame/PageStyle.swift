/// The style sheet of every HTML page.
///
/// It holds none of the characters that markup escapes, so no quotes: in HTML a style sheet is read as it stands.
enum PageStyle {
    static let sheet =
        layout + colours(.light) + "@media screen and (prefers-color-scheme:dark){\(colours(.dark))}"
        + contrast + phone
        + phone + print

    private static let layout = """
        *{box-sizing:border-box}\
        body{margin:0 auto;padding:1.5rem 1.25rem;max-width:72rem;\
        font:1rem/1.5 system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,DejaVu Sans,Arial,sans-serif}\
        h1{margin:0;font-size:1.6rem;line-height:1.25}h2{margin:2rem 0 .5rem;font-size:1.2rem}\
        h1,p,td,th{overflow-wrap:break-word}td,th{max-width:24rem}.clock{display:inline-block}\
        header p{margin:.15rem 0}.subject{font-size:1.1rem}.lead{font-weight:700}.note{font-size:.9rem}\
        figure{margin:1rem 0}\
        .scrolling{overflow-x:auto;border:1px solid;border-radius:4px}\
        .scrolling:focus-visible,a:focus-visible{outline:3px solid;outline-offset:2px}\
        .picture{display:block;width:100%;height:auto;min-width:46rem}\
        table{border-collapse:collapse;width:100%;min-width:44rem;font-size:.9rem;\
        font-variant-numeric:tabular-nums}\
        th,td{padding:.4rem .6rem;text-align:start;vertical-align:top;border-top:1px solid}\
        thead th{border-top:0;white-space:nowrap}\
        .brief{white-space:nowrap}\
        td p{margin:0;min-width:9rem}\
        footer{margin-top:2rem;font-size:.85rem}footer p{margin:0}
        """

    private static func colours(_ theme: Theme) -> String {
        """
        body{background:\(theme.paper);color:\(theme.ink)}\
        .note,.aside,footer{color:\(theme.muted)}\
        a{color:\(theme.link)}\
        .scrolling:focus-visible,a:focus-visible{outline-color:\(theme.link)}\
        .scrolling,tr,th,td{border-color:\(theme.rule)}
        """
    }

    private static let contrast = """
        @media (prefers-contrast:more){.note,.aside,footer{color:inherit}\
        .scrolling,th,td{border-color:currentColor}}
        """

    /// Where a table is too wide, each row is a card, and each cell says which column it is of.
    private static let phone = """
        @media screen and (max-width:42rem){body{padding:1rem .75rem}\
        table{min-width:0}table,tbody,tr,th,td{display:block;max-width:none}\
        thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}\
        tr{padding:.6rem .7rem;border-style:solid;border-width:1px 0 0}th,td{border:0;padding:.1rem 0}\
        td:empty,th:empty{display:none}\
        td::before{content:attr(data-column);margin-inline-end:.6rem;font-size:.8rem;opacity:.8}}
        """

    /// On paper nothing scrolls, no row is torn in two, and links say where they lead.
    private static let print = """
        @media print{@page{margin:12mm}body{padding:0;max-width:none}\
        .scrolling{overflow:visible;border:0}.picture{min-width:0!important;max-height:80vh}\
        \
        table{min-width:0;font-size:8.5pt}th,td{padding:2pt 4pt;max-width:none;overflow-wrap:anywhere}\
        tr,h2,.picture{break-inside:avoid}h2{break-after:avoid}\
        a::after{content:attr(href);display:block;font-size:7.5pt;text-decoration:none}}
        """
}
