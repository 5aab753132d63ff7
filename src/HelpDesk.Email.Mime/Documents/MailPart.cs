using HelpDesk.Email.Mime.Containers;
using HelpDesk.Email.Mime.Documents;
using HelpDesk.Email.Mime.Encodings;
using HelpDesk.Email.Mime.Headers;
using HelpDesk.Email.Mime.Octets;
using HelpDesk.Email.Mime.Parsing;

namespace HelpDesk.Email.Mime;

/// <summary>
/// One part of a message (RFC 2046): a range of its octets and what its header says of them. Decoded on demand; one thread at
/// a time, but each opened stream stands for itself.
/// </summary>
public sealed class MailPart
{
    private readonly PartNode _node;
    private readonly List<MailPart> _children = [];
    private HeaderFields? _headers;
    private string? _disposition;
    private HeaderParameters? _dispositionParameters;
    private TransferEncoding? _encoding;
    private long _decodedLength = -1;
    private bool _fileNameRead;

    internal MailPart(MailDocument document, OctetSource source, PartNode node, MailPart? parent, int index, HeaderFields? headers)
    {
        Document = document;
        Source = source;
        _node = node;
        Parent = parent;
        Index = index;
        _headers = headers;
        IsFound = parent is not null && (parent.IsLeaf || parent.IsFound);
        Anchor = IsFound ? parent!.Anchor : index;
        parent?._children.Add(this);
    }

    /// <summary>The number of the part within its document, the same whenever the same octets are read.</summary>
    public int Index { get; }

    /// <summary>The multipart or the container it stands in, or null for the root.</summary>
    public MailPart? Parent { get; }

    /// <summary>The parts in a multipart, in order; also what a TNEF file, S/MIME signed data or plain text was found to hold.</summary>
    public IReadOnlyList<MailPart> Children => _children;

    /// <summary>The header of the part; for the root, that of the message.</summary>
    public HeaderFields Headers => _headers ??= new HeaderFields(_node.HeaderBlock, _node.HeaderLines, Document.Limits);

    /// <summary>What it says it is; <c>text/plain</c> where it says nothing, <c>message/rfc822</c> in a digest (RFC 2046 section 5.1.5).</summary>
    public MediaType MediaType => _node.MediaType;

    /// <summary><c>attachment</c>, <c>inline</c>, or null where nothing is said (RFC 2183); a value nobody knows counts as <c>attachment</c>.</summary>
    public string? Disposition
    {
        get
        {
            ReadDisposition();
            return _disposition;
        }
    }

    /// <summary>
    /// The decoded file name, from Content-Disposition or else Content-Type, in the notation of RFC 2231, in encoded-words, or in
    /// any mix; null where there is none. It is the sender's choice: not safe to use as a path.
    /// </summary>
    public string? FileName
    {
        get
        {
            if (!_fileNameRead)
            {
                field = FileNames.Of(ReadDisposition(), MediaType.Parameters);
                _fileNameRead = true;
            }

            return field;
        }
    }

    /// <summary>The Content-ID (RFC 2392) without its angle brackets, or null.</summary>
    public string? ContentId => field ??= MessageIds.ReadOne(Headers.FirstOctets("Content-ID"))?[1..^1]
        ?? (Headers.First("Content-ID")?.Value is { Length: > 0 } bare ? bare.Trim('<', '>') : null);

    /// <summary>The charset that the part names, as it names it, or null.</summary>
    public string? Charset => MediaType.Parameters["charset"] is { Length: > 0 } charset ? charset : null;

    /// <summary>How its octets are encoded.</summary>
    public TransferEncoding TransferEncoding => _encoding ??= ReadEncoding();

    /// <summary>How many octets its body has before decoding.</summary>
    public long RawLength => _node.Body.Length;

    /// <summary>What of a plain text is no text for people, taken out when it is read; null where there is nothing.</summary>
    internal List<InlineBlock>? InlineBlocks { get; set; }

    /// <summary>Whether it is a container whose content stands below it.</summary>
    internal bool IsUnpacked { get; set; }

    /// <summary>Whether it is a body that only counts where the message has no other.</summary>
    internal bool IsSpareBody { get; set; }

    /// <summary>Whether it was found inside of another part that is no multipart.</summary>
    internal bool IsFound { get; }

    /// <summary>The number of the part that it was found in, or its own.</summary>
    internal int Anchor { get; }

    internal MailDocument Document { get; }

    internal OctetSource Source { get; }

    internal bool IsLeaf => !_node.Opened;

    /// <summary>A multipart whose boundary never comes: its body is read as text.</summary>
    internal bool IsMultipartWithoutParts => !_node.Opened && _node.MediaType.IsMultipart && _node.WithoutParts;

    /// <summary>Opens the content, its transfer encoding taken off, to be read once from start to end. The caller disposes of the stream.</summary>
    /// <exception cref="IOException">The stream below could not be read; also thrown while reading.</exception>
    public Stream OpenContent()
    {
        var raw = OpenRaw();
        return TransferDecoder.For(TransferEncoding) is { } decoder ? new DecodingStream(raw, decoder) : raw;
    }

    /// <summary>Opens the body as it was received, still encoded, to be read once from start to end. The caller disposes of the stream.</summary>
    /// <exception cref="IOException">The stream below could not be read; also thrown while reading.</exception>
    public Stream OpenRaw() => Source.Open(_node.Body);

    /// <summary>How many octets the content has once decoded; found by decoding it.</summary>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public long DecodedLength()
    {
        if (_decodedLength < 0)
            _decodedLength = PartContent.Measure(this);
        return _decodedLength;
    }

    /// <summary>
    /// The content as text with <c>\n</c> line ends. The declared charset where it holds; else UTF-8 if the octets are that, else
    /// the default charset, with a defect noted. UTF-7 is read in text/plain alone, and refused where markup may stand.
    /// </summary>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public string ReadText() => PartContent.Text(this, TextForm.Fixed);

    /// <summary>The message that this part holds: message/rfc822 (also encoded), or the header of one (text/rfc822-headers).</summary>
    /// <returns>A document over the same octets, or null where the part is no message or messages stand too deep in each other.</returns>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public MailDocument? EmbeddedMessage() => EmbeddedMessages.Open(this);

    /// <summary>Makes it a multipart after all.</summary>
    internal void Open() => _node.Opened = true;

    internal HeaderParameters ReadDisposition()
    {
        if (_dispositionParameters is null)
        {
            var value = Headers.FirstOctets("Content-Disposition");
            (_disposition, _dispositionParameters) = value.IsEmpty
                ? (null, HeaderParameters.None)
                : ContentTypes.ReadDisposition(value, Document.Limits, Document.DefectLog);
        }

        return _dispositionParameters;
    }

    internal OctetRange Body => _node.Body;

    private TransferEncoding ReadEncoding()
    {
        // The encoding of a multipart may only be an identity (RFC 2045 section 6.4), whatever it says.
        if (_node.Opened)
            return TransferEncoding.Identity;
        var encoding = ContentTypes.ReadEncoding(Headers.FirstOctets("Content-Transfer-Encoding"));
        if (encoding == TransferEncoding.Unknown)
            Document.DefectLog.Add(MailDefectKind.MalformedEncoding, "unknown transfer encoding");
        return encoding;
    }
}
