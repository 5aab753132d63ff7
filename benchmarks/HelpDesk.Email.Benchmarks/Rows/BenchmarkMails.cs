using HelpDesk.Email.Benchmarks.Generating;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>The mails that rows are run on, made once.</summary>
internal sealed class BenchmarkMails
{
    private readonly Lazy<byte[][]> _mix = new(() => [.. MailCorpus.Make(100).Select(mail => mail.Octets)]);
    private readonly Lazy<byte[][]> _replies = new(() => [.. MailCorpus.MakeOf(MailSort.Reply, 40).Select(mail => mail.Octets)]);
    private readonly Lazy<string[]> _html;
    private readonly Lazy<string[]> _texts;

    public BenchmarkMails()
    {
        _html = new(() => [.. _replies.Value.Select(mail => MailReader.Read(mail).HtmlBody!)]);
        _texts = new(() => [.. _replies.Value.Select(mail => MailReader.Read(mail).TextBody!)]);
    }

    /// <summary>A hundred mails of all sorts, as the corpus mixes them.</summary>
    public byte[][] Mix => _mix.Value;

    /// <summary>Answers in text and HTML, about 21 kB each.</summary>
    public byte[][] Replies => _replies.Value;

    /// <summary>The HTML of the answers, about 12.5 kB each.</summary>
    public string[] Html => _html.Value;

    /// <summary>The plain text of the answers.</summary>
    public string[] Texts => _texts.Value;
}
