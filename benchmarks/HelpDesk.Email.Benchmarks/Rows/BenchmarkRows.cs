namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>All rows, in the order in which they run.</summary>
internal static class BenchmarkRows
{
    public static IReadOnlyList<IBenchmarkRow> All { get; } = Make(new BenchmarkMails());

    /// <summary>Those that run where none is named.</summary>
    public static IEnumerable<IBenchmarkRow> Usual => All.Where(row => row is not HostileInputsRow);

    private static IReadOnlyList<IBenchmarkRow> Make(BenchmarkMails mails) =>
    [
        new ParseStructureRow(mails),
        new ParseRow(mails),
        new DecodeRow(),
        new SanitiseRow(mails),
        new HtmlToTextRow(mails),
        new QuoteStripRow(mails),
        new ClassifyRow(mails),
        new UnderstandRow(mails),
        new RulesRow(mails),
        new TemplateRow(),
        new ImapFetchRow(mails),
        new ImapPollRow(mails),
        new SmtpSendRow(mails),
        new StoreSqliteRow(mails),
        new StorePgRow(mails),
        new OutboxRow(mails),
        new BigMailRow(),
        new HostileLinearRow(),
        new HostileInputsRow(),
    ];
}
