using HelpDesk.Email.Protocols.Imap.Writing;
using HelpDesk.Email.Protocols.Wire;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Imap.Dialogue;

/// <summary>One IDLE (RFC 2177).</summary>
internal static class ImapIdle
{
    /// <summary>Waits until the folder has more mails, at most for a time.</summary>
    /// <returns>Whether it has.</returns>
    public static async ValueTask<bool> RunAsync(ImapSession session, ImapMailbox mailbox, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var rule = ImapCommandTable.Find("IDLE", session.State);
        session.Post(new ImapCommand("IDLE"));
        if ((await session.HearContinuationAsync().ConfigureAwait(false)).End is { } refused)
        {
            session.Conclude(rule, refused);
            throw session.Scanner.Violation("the server ended IDLE before it began");
        }

        var wire = session.Connection.Wire;
        bool ended;
        var waking = cancellationToken.UnsafeRegister(static wire => ((Connection)wire!).Wake(), wire);
        await using (waking.ConfigureAwait(false))
        {
            ended = await ListenAsync(session, mailbox, atMost, cancellationToken).ConfigureAwait(false);
        }

        wire.Unwake();
        if (!ended)
        {
            session.Scanner.Step = session.Connection.Begin("DONE");
            session.Connection.Say("DONE");
            session.Conclude(rule, await session.HearEndAsync(null).ConfigureAwait(false));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var grown = mailbox.HasGrown;
        mailbox.HasGrown = false;
        return grown;
    }

    // True when the server ended the command by itself.
    private static async ValueTask<bool> ListenAsync(ImapSession session, ImapMailbox mailbox, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var waiting = new StepDeadline("IDLE", atMost);
        while (!mailbox.HasGrown && !cancellationToken.IsCancellationRequested)
        {
            switch (await session.Scanner.WaitAsync(waiting).ConfigureAwait(false))
            {
                case ReadStatus.TimedOut or ReadStatus.Interrupted:
                    return false;
                case ReadStatus.Closed:
                    throw session.Connection.Fail(MailFailure.ConnectionLost, "IDLE", "the connection broke, or the server closed it without a word", session.Connection.Wire.Fault);
            }

            session.Scanner.Step = session.Connection.Begin("IDLE");
            var response = await session.NextAsync(null).ConfigureAwait(false);
            if (response.Tag is not null)
            {
                session.Conclude(ImapCommandTable.Find("IDLE", session.State), response.Status!);
                return true;
            }
        }

        return false;
    }
}
