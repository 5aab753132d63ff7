using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Protocols.Imap.Reading;
using HelpDesk.Email.Protocols.Imap.Writing;
using HelpDesk.Email.Protocols.Wire;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Imap.Dialogue;

/// <summary>How a conversation begins and ends, and how a folder is opened.</summary>
internal static class ImapOpening
{
    /// <summary>From the greeting to a server that is encrypted, as far as the settings want it, and has said what it offers.</summary>
    public static async ValueTask RunAsync(ImapSession session, CancellationToken cancellationToken)
    {
        var connection = session.Connection;
        var greeting = await session.GreetAsync().ConfigureAwait(false);
        var wantsTls = connection.Server.Encryption is MailEncryption.StartTls or MailEncryption.StartTlsWhenOffered;
        if (wantsTls && greeting.Condition == ImapCondition.PreAuth)
        {
            // STARTTLS is not allowed any more then: whoever sits on the line could keep us off TLS by one word.
            throw connection.Fail(MailFailure.TlsInjection, "greeting", "the server logged us in before TLS");
        }

        await LearnAsync(session).ConfigureAwait(false);
        if (!wantsTls)
        {
            return;
        }

        if (session.Knowledge.Offers("STARTTLS"))
        {
            await session.RunAsync(new ImapCommand("STARTTLS")).ConfigureAwait(false);
            session.Scanner.Release();
            await connection.EncryptAsync(cancellationToken).ConfigureAwait(false);
            session.Knowledge.Forget();
            await LearnAsync(session).ConfigureAwait(false);
        }
        else if (connection.Server.Encryption == MailEncryption.StartTls)
        {
            throw connection.Fail(MailFailure.TlsNotOffered, "STARTTLS", "the server does not offer STARTTLS");
        }
        else
        {
            connection.Log.GoOnInClear(connection.Wire.Remote);
        }
    }

    /// <summary>Opens a folder.</summary>
    public static async ValueTask<ImapMailbox> SelectAsync(ImapSession session, ImapCommand command, string folder)
    {
        var mailbox = new ImapMailbox(folder);
        ImapCommandTable.Find(command.Verb, session.State);
        session.Knowledge.Mailbox = mailbox;
        try
        {
            var status = await session.RunAsync(command).ConfigureAwait(false);
            mailbox.IsReadOnly = command.Verb == "EXAMINE" || status.Code == "READ-ONLY";
            mailbox.HasGrown = false;
            return mailbox;
        }
        catch (MailProtocolException)
        {
            session.Knowledge.Mailbox = null;
            throw;
        }
    }

    /// <summary>Says goodbye and hears the answer, if it comes soon.</summary>
    public static async ValueTask CloseAsync(ImapSession session)
    {
        session.Post(new ImapCommand("LOGOUT"));
        session.ExpectBye();
        session.Scanner.Step = new StepDeadline("LOGOUT", session.Connection.Server.Deadlines.Goodbye);
        try
        {
            await session.HearEndAsync(null).ConfigureAwait(false);
        }
        catch (MailProtocolException)
        {
            // Whatever happens to a goodbye, the conversation is over, and nothing hangs on the answer.
        }

        session.Connection.Break();
    }

    private static async ValueTask LearnAsync(ImapSession session)
    {
        if (session.Knowledge.Capabilities is null)
        {
            await session.RunAsync(new ImapCommand("CAPABILITY")).ConfigureAwait(false);
        }
    }
}
