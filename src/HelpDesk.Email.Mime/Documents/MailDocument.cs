using System.Runtime.InteropServices;
using HelpDesk.Email.Mime.Documents;
using HelpDesk.Email.Mime.Headers;
using HelpDesk.Email.Mime.Limits;
using HelpDesk.Email.Mime.Octets;
using HelpDesk.Email.Mime.Parsing;

namespace HelpDesk.Email.Mime;

/// <summary>
/// A message as it was read. Its structure is known; everything else is decoded on first use. One thread at a time.
/// </summary>
public sealed class MailDocument
{
    private readonly List<PartNode> _nodes;
    private readonly DefectLog _defects = new();
    private BodySelection? _selection;
    private List<MailPart>? _parts;
    private bool _dateRead;
    private bool _messageIdRead;
    private bool _textRead;
    private bool _htmlRead;

    internal MailDocument(OctetSource source, MailReadingLimits limits, int depth)
    {
        Source = source;
        Limits = limits;
        Depth = depth;
        if (source.Length == 0)
            _defects.Add(MailDefectKind.Empty, "no octets");
        if (source.Length > limits.MaxOctets)
            _defects.Add(MailDefectKind.LimitExceeded, "message too large");
        using var scanner = new StructureScanner(source, limits, _defects);
        _nodes = scanner.Scan();
    }

    /// <summary>How many octets the message has.</summary>
    public long Length => Source.Length;

    /// <summary>The message itself as a part: a single part, or the outermost multipart.</summary>
    public MailPart Root => Parts[0];

    /// <summary>The header of the message.</summary>
    public HeaderFields Headers => field ??= new HeaderFields(_nodes[0].HeaderBlock, _nodes[0].HeaderLines, Limits);

    /// <summary>The decoded subject, or null where there is no such field.</summary>
    public string? Subject => Headers.First("Subject")?.Value;

    /// <summary>The authors, from every From field (RFC 5322 section 3.6.2 allows one).</summary>
    public IReadOnlyList<MailAddressBox> From => field ??= ReadAddresses("From");

    /// <summary>Who sent the message for its authors.</summary>
    public IReadOnlyList<MailAddressBox> Sender => field ??= ReadAddresses("Sender");

    /// <summary>Where answers are to go. Never a proof of identity.</summary>
    public IReadOnlyList<MailAddressBox> ReplyTo => field ??= ReadAddresses("Reply-To");

    /// <summary>The addressees, groups flattened to their members.</summary>
    public IReadOnlyList<MailAddressBox> To => field ??= ReadAddresses("To");

    /// <summary>The addressees of copies, groups flattened to their members.</summary>
    public IReadOnlyList<MailAddressBox> Cc => field ??= ReadAddresses("Cc");

    /// <summary>The addressees of blind copies; seldom present in received mail.</summary>
    public IReadOnlyList<MailAddressBox> Bcc => field ??= ReadAddresses("Bcc");

    /// <summary>The Message-ID with its angle brackets, or null where it is missing or rubbish.</summary>
    public string? MessageId
    {
        get
        {
            if (!_messageIdRead)
            {
                field = MessageIds.ReadOne(Headers.FirstOctets("Message-ID"));
                _messageIdRead = true;
            }

            return field;
        }
    }

    /// <summary>The identifiers of In-Reply-To, each with its angle brackets.</summary>
    public IReadOnlyList<string> InReplyTo => field ??= ReadIds("In-Reply-To");

    /// <summary>The identifiers of References, oldest first, each with its angle brackets.</summary>
    public IReadOnlyList<string> References => field ??= ReadIds("References");

    /// <summary>The Date with its offset, or null where it is missing or unreadable.</summary>
    public DateTimeOffset? Date
    {
        get
        {
            if (!_dateRead)
            {
                var header = Headers.First("Date");
                if (header is not null && MailDates.TryParse(header.RawValue, out var date))
                    field = date;
                else if (header is not null)
                    _defects.Add(MailDefectKind.MalformedDate, "unreadable date");
                _dateRead = true;
            }

            return field;
        }
    }

    /// <summary>What is wrong with the message, as far as it was read: reading text or addresses later may add to it.</summary>
    public IReadOnlyList<MailDefect> Defects => _defects.Defects;

    /// <summary>
    /// The text/plain body: decoded, <c>\n</c> line ends, format=flowed (RFC 3676) unwrapped, text parts that follow inline
    /// appended; null where no part of the body is plain text.
    /// </summary>
    public string? TextBody
    {
        get
        {
            if (!_textRead)
            {
                field = BodyText.Plain(Selection.Text);
                _textRead = true;
            }

            return field;
        }
    }

    /// <summary>
    /// The text/html body, decoded and unchanged, not safe to show. Plain text parts that a reader sees above or below it are
    /// included as HTML; null where no part of the body is HTML.
    /// </summary>
    public string? HtmlBody
    {
        get
        {
            if (!_htmlRead)
            {
                field = BodyText.Html(Selection.Html);
                _htmlRead = true;
            }

            return field;
        }
    }

    /// <summary>The parts that a reader who prefers plain text sees, in order; text/html where a piece has no other form.</summary>
    public IReadOnlyList<MailPart> TextParts => Selection.Text;

    /// <summary>The parts that a reader who prefers HTML sees, in order; text/plain where a piece has no other form.</summary>
    public IReadOnlyList<MailPart> HtmlParts => Selection.Html;

    /// <summary>
    /// Every part that is neither body nor an alternative of it: files, inline images, nameless parts; an embedded message is
    /// one attachment.
    /// </summary>
    public IReadOnlyList<MailPart> Attachments => Selection.Attachments;

    /// <summary>An identifier made from the octets, <c>&lt;sha256-in-hex@local&gt;</c>: the same each time the same message is read.</summary>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public string SyntheticMessageId => field ??= SyntheticIds.Make(Source);

    internal OctetSource Source { get; }

    internal MailReadingLimits Limits { get; }

    internal int Depth { get; }

    internal DefectLog DefectLog => _defects;

    private List<MailPart> Parts => _parts ??= MakeParts();

    private BodySelection Selection => _selection ??= BodySelection.Of(CollectionsMarshal.AsSpan(Parts), Limits, _defects);

    /// <summary>
    /// All parts, each before its children; then what was found inside of parts (TNEF, S/MIME, uuencode). Parts of embedded messages
    /// are not among them.
    /// </summary>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public IEnumerable<MailPart> AllParts() => Parts;

    /// <summary>The part of that number.</summary>
    /// <param name="index">A <see cref="MailPart.Index"/>, also of an earlier reading of the same octets.</param>
    /// <returns>The part, or null where there is none.</returns>
    public MailPart? PartAt(int index) => index >= 0 && index < Parts.Count ? Parts[index] : null;

    /// <summary>
    /// The whole body as plain text: the pieces of <see cref="TextParts"/> in order, those in HTML converted.
    /// </summary>
    /// <param name="htmlToText">Converts HTML to text.</param>
    /// <returns>The text with <c>\n</c> line ends; empty where there is no body.</returns>
    public string ComposeText(Func<string, string> htmlToText)
    {
        ArgumentNullException.ThrowIfNull(htmlToText);
        return BodyText.Composed(Selection.Text, htmlToText);
    }

    private List<MailPart> MakeParts()
    {
        var parts = new List<MailPart>(_nodes.Count);
        foreach (var node in _nodes)
            parts.Add(new MailPart(this, Source, node, node.Parent < 0 ? null : parts[node.Parent], parts.Count, parts.Count == 0 ? Headers : null));
        new PartUnpacking(this, parts).Run();
        return parts;
    }

    private List<MailAddressBox> ReadAddresses(string name)
    {
        var boxes = new List<MailAddressBox>();
        for (var i = Headers.IndexOf(name, 0); i >= 0; i = Headers.IndexOf(name, i + 1))
        {
            if (!MailAddresses.Read(Headers.Octets(i), Limits.MaxAddresses, Limits.DefaultCharset, boxes))
            {
                _defects.Add(MailDefectKind.LimitExceeded, "too many addresses");
                break;
            }
        }

        if (boxes.Exists(box => box.Address is null))
            _defects.Add(MailDefectKind.MalformedAddress, "unreadable address");
        return boxes;
    }

    private List<string> ReadIds(string name)
    {
        var ids = new List<string>();
        for (var i = Headers.IndexOf(name, 0); i >= 0; i = Headers.IndexOf(name, i + 1))
        {
            if (!MessageIds.Read(Headers.Octets(i), Limits.MaxReferences, ids))
                _defects.Add(MailDefectKind.LimitExceeded, "too many references");
        }

        return ids;
    }
}
