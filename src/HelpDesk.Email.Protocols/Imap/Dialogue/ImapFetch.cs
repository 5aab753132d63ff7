using System.Runtime.CompilerServices;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Protocols.Imap.Reading;
using HelpDesk.Email.Protocols.Imap.Writing;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Imap.Dialogue;

/// <summary>One FETCH in as many commands as it takes.</summary>
/// <typeparam name="TContent">What is made of the octets of a mail.</typeparam>
/// <param name="session">The conversation.</param>
/// <param name="uids">The mails.</param>
/// <param name="items">What is asked about them.</param>
/// <param name="content">Takes their octets; <see langword="null"/> when they are not asked for.</param>
internal sealed class ImapFetch<TContent>(ImapSession session, ImapUidSet uids, ImapFetchItems items, ContentReader<TContent>? content)
{
    /// <summary>How many mails a command asks for.</summary>
    public const int BatchSize = 50;

    /// <summary>How many commands are on their way at once: while one is read, the next one is answered.</summary>
    private const int Ahead = 2;

    /// <summary>Runs it.</summary>
    /// <param name="enter">Takes the turn.</param>
    /// <param name="batches">The UIDs of each command.</param>
    /// <param name="cancellationToken">Ends the work of the content's reader; the turn has it too.</param>
    public async IAsyncEnumerable<ImapFetched<TContent>> RunAsync(Func<ClientTurn> enter, IReadOnlyList<string> batches, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var turn = enter();
        using var reader = new FetchReader<TContent>(uids, items, session.Connection.Server.Deadlines, content, cancellationToken);
        var (posted, ended) = (0, 0);
        ImapStatus? refusal = null;
        try
        {
            while (ended < batches.Count)
            {
                for (; posted < batches.Count && posted - ended < Ahead; posted++)
                {
                    session.Post(new ImapCommand("UID FETCH").Words($"{batches[posted]} ({Attributes()})"));
                }

                var response = await NextAsync(reader).ConfigureAwait(false);
                if (reader.Take() is { } fetched)
                {
                    yield return fetched;
                }

                if (response.Tag is not null)
                {
                    ended++;
                    refusal ??= response.Status!.Condition == ImapCondition.Ok ? null : response.Status;
                }
            }
        }
        finally
        {
            if (ended < posted && !session.Connection.IsBroken)
            {
                await DrainAsync(reader, posted - ended).ConfigureAwait(false);
            }
        }

        if (refusal is not null)
        {
            throw session.Refusal("UID FETCH", refusal);
        }
    }

    private async ValueTask<ImapResponse> NextAsync(FetchReader<TContent> reader)
    {
        try
        {
            var response = await session.NextAsync(reader).ConfigureAwait(false);
            if (response.Tag is not null)
            {
                session.Scanner.Step.Restart();
            }

            return response;
        }
        catch
        {
            // Also when the reader of the content failed: half of a mail is still on its way.
            session.Connection.Break();
            throw;
        }
    }

    private async ValueTask DrainAsync(FetchReader<TContent> reader, int commands)
    {
        reader.IsDiscarding = true;
        try
        {
            while (commands > 0)
            {
                commands -= (await NextAsync(reader).ConfigureAwait(false)).Tag is null ? 0 : 1;
            }
        }
        catch (Exception exception) when (exception is MailProtocolException or OperationCanceledException)
        {
            // The caller has left; the connection is broken, and the next call on it says so.
        }
    }

    private string Attributes()
    {
        var names = new List<string> { "UID" };
        if (items.Flags)
        {
            names.Add("FLAGS");
        }

        if (items.Size)
        {
            names.Add("RFC822.SIZE");
        }

        if (items.InternalDate)
        {
            names.Add("INTERNALDATE");
        }

        if (items.HeaderFields.Count > 0)
        {
            names.Add($"BODY.PEEK[HEADER.FIELDS ({string.Join(' ', items.HeaderFields.Select(Checked))})]");
        }

        if (content is not null)
        {
            names.Add("BODY.PEEK[]");
        }

        return string.Join(' ', names);
    }

    private static string Checked(string field) =>
        field.Length > 0 && field.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            ? field
            : throw new ArgumentException($"'{field}' is no name of a header field.");
}
