using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Pop3.Model;
using HelpDesk.Email.Protocols.Wire;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Pop3.Dialogue;

/// <summary>Some RETR, one behind the other on the wire where the server allows it (PIPELINING, RFC 2449 section 6.6).</summary>
/// <typeparam name="TContent">What is made of the octets of a mail.</typeparam>
/// <param name="session">The conversation.</param>
/// <param name="atMost">How many octets a mail may have.</param>
/// <param name="content">Takes them.</param>
internal sealed class Pop3Retrieval<TContent>(Pop3Session session, long atMost, ContentReader<TContent> content)
{
    /// <summary>How many commands are on their way at once: RETR is short, so no answer can be held up by a full window.</summary>
    private const int Ahead = 8;

    /// <summary>Runs them.</summary>
    public async IAsyncEnumerable<Pop3Retrieved<TContent>> RunAsync(IReadOnlyList<int> numbers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var turn = session.Connection.Enter(cancellationToken);
        var ahead = session.Offers("PIPELINING") ? Ahead : 1;
        var steps = new Queue<StepDeadline>();
        var (posted, heard) = (0, 0);
        try
        {
            while (heard < numbers.Count)
            {
                for (; posted < numbers.Count && steps.Count < ahead; posted++)
                {
                    steps.Enqueue(session.Say("RETR", numbers[posted].ToString(CultureInfo.InvariantCulture)));
                }

                var retrieved = await HearAsync(numbers[heard], steps.Dequeue(), cancellationToken).ConfigureAwait(false);
                heard++;
                yield return retrieved;
            }
        }
        finally
        {
            if (steps.Count > 0 && !session.Connection.IsBroken)
            {
                await DrainAsync(steps).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<Pop3Retrieved<TContent>> HearAsync(int number, StepDeadline step, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await session.HearAsync(step).ConfigureAwait(false);
            if (reply.Kind == Pop3ReplyKind.Error)
            {
                var said = ServerText.Shorten(session.Connection.Secrets.Apply(reply.Text));
                return new(number, default, said.Length == 0 ? "-ERR" : said);
            }

            session.Conclude("RETR", reply);
            var mail = new Pop3MailStream(session, "RETR", atMost);
            await using (mail.ConfigureAwait(false))
            {
                var made = await content(mail, null, cancellationToken).ConfigureAwait(false);
                try
                {
                    await mail.DrainAsync().ConfigureAwait(false);
                    return new(number, made, null);
                }
                catch
                {
                    (made as IDisposable)?.Dispose();
                    throw;
                }
            }
        }
        catch
        {
            // Also when the reader of the content failed: half of a mail is still on its way.
            session.Connection.Break();
            throw;
        }
    }

    private async ValueTask DrainAsync(Queue<StepDeadline> steps)
    {
        try
        {
            while (steps.TryDequeue(out var step))
            {
                if ((await session.HearAsync(step).ConfigureAwait(false)).Kind == Pop3ReplyKind.Ok)
                {
                    var mail = new Pop3MailStream(session, "RETR", atMost);
                    await using (mail.ConfigureAwait(false))
                    {
                        await mail.DrainAsync().ConfigureAwait(false);
                    }
                }
            }
        }
        catch (Exception exception) when (exception is MailProtocolException or OperationCanceledException)
        {
            // The caller has left; the connection is broken, and the next call on it says so.
        }
    }
}
