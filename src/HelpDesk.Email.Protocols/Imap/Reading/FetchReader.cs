using System.Globalization;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Imap.Model;

namespace HelpDesk.Email.Protocols.Imap.Reading;

/// <summary>The mails of a FETCH (RFC 9051 section 7.5.2), one by one.</summary>
/// <remarks>
/// A server may tell of any mail at any time, so a response counts only for a mail that was asked for, the first time, and with
/// what was asked for. Attributes come in any order: the octets of a mail may stand before its UID.
/// </remarks>
/// <typeparam name="TContent">What is made of the octets.</typeparam>
/// <param name="uids">The mails that were asked for.</param>
/// <param name="items">What was asked about them.</param>
/// <param name="deadlines">How long a mail may take.</param>
/// <param name="content">Takes the octets; <see langword="null"/> when they were not asked for.</param>
/// <param name="cancellationToken">Ends the work of <paramref name="content"/>.</param>
internal sealed class FetchReader<TContent>(ImapUidSet uids, ImapFetchItems items, StepDeadlines deadlines, ContentReader<TContent>? content, CancellationToken cancellationToken) : IImapReader, IDisposable
{
    private readonly HashSet<uint> _seen = [];
    private ImapFetched<TContent>? _ready;
    private Draft _draft = new();

    /// <summary>Whether nobody wants the rest any more.</summary>
    public bool IsDiscarding { get; set; }

    /// <inheritdoc/>
    public bool Takes(string keyword) => keyword == "FETCH";

    /// <summary>The mail of the last response, if it brought one.</summary>
    public ImapFetched<TContent>? Take()
    {
        var ready = _ready;
        _ready = null;
        return ready;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ReadAsync(ImapGrammar grammar)
    {
        _draft = new Draft();
        await grammar.SpacesAsync().ConfigureAwait(false);
        await grammar.ExpectAsync('(').ConfigureAwait(false);
        while (true)
        {
            await grammar.SpacesAsync().ConfigureAwait(false);
            if (await grammar.TryTakeAsync(')').ConfigureAwait(false))
            {
                break;
            }

            var name = await grammar.AttributeAsync().ConfigureAwait(false);
            await grammar.SpacesAsync().ConfigureAwait(false);
            await ReadAttributeAsync(name, grammar).ConfigureAwait(false);
        }

        await grammar.LineEndAsync().ConfigureAwait(false);
        return Finish(grammar);
    }

    /// <summary>Gives up what nobody took.</summary>
    public void Dispose()
    {
        (_draft.Content as IDisposable)?.Dispose();
        if (_ready is { } ready)
        {
            (ready.Content as IDisposable)?.Dispose();
        }

        _draft = new Draft();
        _ready = null;
    }

    private async ValueTask ReadAttributeAsync(string name, ImapGrammar grammar)
    {
        switch (name)
        {
            case "UID":
                _draft.Uid = await grammar.NonZeroAsync().ConfigureAwait(false);
                break;
            case "RFC822.SIZE":
                _draft.Size = await grammar.NumberAsync().ConfigureAwait(false);
                break;
            case "FLAGS":
                _draft.Flags = await FlagsReader.ReadAsync(grammar).ConfigureAwait(false);
                break;
            case "INTERNALDATE":
                _draft.InternalDate = ParseDate(await grammar.StringAsync(64).ConfigureAwait(false));
                _draft.HasDate = true;
                break;
            case "MODSEQ":
                await grammar.ExpectAsync('(').ConfigureAwait(false);
                _draft.ModSeq = await grammar.NumberAsync().ConfigureAwait(false);
                await grammar.ExpectAsync(')').ConfigureAwait(false);
                break;
            case "BODY[]" when content is not null:
                await ReadContentAsync(content, grammar).ConfigureAwait(false);
                break;
            case var _ when name.StartsWith("BODY[HEADER", StringComparison.Ordinal) && items.HeaderFields.Count > 0:
                _draft.Header = await grammar.StringAsync(items.MaxHeaderOctets).ConfigureAwait(false) ?? [];
                break;
            default:
                await grammar.SkipValueAsync().ConfigureAwait(false);
                break;
        }
    }

    private async ValueTask ReadContentAsync(ContentReader<TContent> reader, ImapGrammar grammar)
    {
        var head = await grammar.StringHeadAsync().ConfigureAwait(false);
        if (_draft.HasBody)
        {
            throw grammar.Scanner.Violation("the server sent the octets of a mail twice");
        }

        _draft.HasBody = true;
        var length = head.Literal ?? head.Quoted?.Length;
        if (length is null)
        {
            return;
        }

        if (length > items.MaxContentOctets)
        {
            throw grammar.Scanner.TooMuch($"the server announced a mail of {length} octets; the limit is {items.MaxContentOctets}");
        }

        var literal = new ImapLiteralStream(grammar.Scanner, head.Literal ?? 0, deadlines);
        await using (literal.ConfigureAwait(false))
        {
            // When the UID stands behind the octets, nobody knows yet whether they are wanted.
            if (!IsDiscarding && (_draft.Uid is not { } uid || IsWanted(uid)))
            {
                using var quoted = head.Quoted is { } octets ? new MemoryStream(octets, writable: false) : null;
                _draft.Content = await reader(quoted ?? (Stream)literal, length, cancellationToken).ConfigureAwait(false);
                _draft.HasContent = true;
            }

            await literal.DrainAsync().ConfigureAwait(false);
        }
    }

    private bool IsWanted(uint uid) => uids.Contains(uid) && !_seen.Contains(uid);

    private bool Finish(ImapGrammar grammar)
    {
        var draft = _draft;
        if (draft is { HasContent: true, Uid: null })
        {
            throw grammar.Scanner.Violation("the server sent a mail without its UID");
        }

        if (draft.Uid is not { } uid || !IsWanted(uid) || !IsWhole(draft))
        {
            (draft.Content as IDisposable)?.Dispose();
            _draft = new Draft();
            return false;
        }

        _seen.Add(uid);
        if (IsDiscarding)
        {
            return true;
        }

        var message = new ImapMessage(uid)
        {
            Size = draft.Size,
            InternalDate = draft.InternalDate,
            Flags = draft.Flags,
            ModSeq = draft.ModSeq,
            HeaderFields = draft.Header is { } header ? header : null,
        };
        _ready = new(message, draft.Content, draft.HasContent);
        _draft = new Draft();
        return true;
    }

    // A change of flags that another client made comes as a FETCH too, and holds nothing else.
    private bool IsWhole(Draft draft) =>
        (content is null || draft.HasBody)
        && (!items.Size || draft.Size is not null)
        && (!items.InternalDate || draft.HasDate)
        && (!items.Flags || draft.Flags is not null)
        && (items.HeaderFields.Count == 0 || draft.Header is not null);

    private static DateTimeOffset? ParseDate(byte[]? octets) =>
        octets is not null && DateTimeOffset.TryParseExact(
            System.Text.Encoding.ASCII.GetString(octets).Trim(),
            "d-MMM-yyyy HH:mm:ss zzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date)
            ? date
            : null;

    private sealed class Draft
    {
        public uint? Uid { get; set; }

        public long? Size { get; set; }

        public bool HasDate { get; set; }

        public DateTimeOffset? InternalDate { get; set; }

        public IReadOnlyList<string>? Flags { get; set; }

        public long? ModSeq { get; set; }

        public byte[]? Header { get; set; }

        public bool HasBody { get; set; }

        public bool HasContent { get; set; }

        public TContent? Content { get; set; }
    }
}
