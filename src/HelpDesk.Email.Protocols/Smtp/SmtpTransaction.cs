using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Wire;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>One mail in one conversation: MAIL, RCPT, DATA and the octets. Used once.</summary>
internal sealed class SmtpTransaction(ClientConnection connection, SmtpReplyReader replies, SmtpCapabilities offered, SmtpEnvelope envelope)
{
    // So many commands leave at once that neither side's buffers can fill up with answers nobody reads (RFC 2920 section 3.1).
    private const int Group = 100;

    // RFC 5321 section 4.5.3.2.6: a server may take ten minutes for its decision, five times what another command gets.
    private const int LastAnswerFactor = 5;

    private readonly SmtpServerReply?[] _recipients = new SmtpServerReply?[envelope.Recipients.Count];

    /// <summary>Runs it to its end. The conversation is ready for another mail then, unless an exception says otherwise.</summary>
    public async ValueTask<SmtpSendResult> RunAsync(MailContent content, CancellationToken cancellationToken)
    {
        if (await SmtpRequirements.FindObstacleAsync(envelope, content, offered, cancellationToken).ConfigureAwait(false) is { } obstacle)
        {
            return Result(SmtpOutcome.NotOffered) with { Reason = obstacle };
        }

        var (sender, data) = offered.Pipelining
            ? await OfferAtOnceAsync(content).ConfigureAwait(false)
            : await OfferStepByStepAsync(content).ConfigureAwait(false);
        var anyAccepted = _recipients.Any(reply => reply is { IsPositive: true });
        if (data is { IsIntermediate: true })
        {
            return anyAccepted && sender.IsPositive
                ? await SendOctetsAsync(content, cancellationToken).ConfigureAwait(false)
                : await SendNothingAsync(sender).ConfigureAwait(false);
        }

        if (!sender.IsPositive)
        {
            await ResetAsync().ConfigureAwait(false);
            return Result(SmtpOutcome.SenderRefused) with { Reply = sender };
        }

        if (!anyAccepted)
        {
            await ResetAsync().ConfigureAwait(false);
            return Result(SmtpOutcome.RecipientsRefused);
        }

        if (data is { IsPositive: true })
        {
            throw connection.Fail(MailFailure.ProtocolViolation, "DATA", "the server took the mail before it had one", serverText: data.ToString());
        }

        await ResetAsync().ConfigureAwait(false);
        return Result(SmtpOutcome.ContentRefused) with { Reply = data };
    }

    private async ValueTask<(SmtpServerReply Sender, SmtpServerReply? Data)> OfferAtOnceAsync(MailContent content)
    {
        var step = connection.Begin("MAIL");
        connection.Say(SmtpRequirements.MailCommand(envelope, content, offered));
        SmtpServerReply? sender = null;
        for (var first = 0; first < _recipients.Length; first += Group)
        {
            var end = Math.Min(first + Group, _recipients.Length);
            for (var i = first; i < end; i++)
            {
                connection.Say(SmtpRequirements.RecipientCommand(envelope, i, offered));
            }

            if (end == _recipients.Length)
            {
                connection.Say("DATA");
            }

            sender ??= await ReadAsync(step).ConfigureAwait(false);
            step = connection.Begin("RCPT");
            for (var i = first; i < end; i++)
            {
                step.Restart();
                _recipients[i] = await ReadAsync(step).ConfigureAwait(false);
            }
        }

        return (sender!, await ReadAsync(connection.Begin("DATA")).ConfigureAwait(false));
    }

    private async ValueTask<(SmtpServerReply Sender, SmtpServerReply? Data)> OfferStepByStepAsync(MailContent content)
    {
        var sender = await AskAsync(SmtpRequirements.MailCommand(envelope, content, offered), "MAIL").ConfigureAwait(false);
        if (!sender.IsPositive)
        {
            return (sender, null);
        }

        for (var i = 0; i < _recipients.Length; i++)
        {
            _recipients[i] = await AskAsync(SmtpRequirements.RecipientCommand(envelope, i, offered), "RCPT").ConfigureAwait(false);
        }

        return _recipients.Any(reply => reply!.IsPositive)
            ? (sender, await AskAsync("DATA", "DATA").ConfigureAwait(false))
            : (sender, null);
    }

    private async ValueTask<SmtpServerReply> AskAsync(string command, string name)
    {
        connection.Say(command);
        return await ReadAsync(connection.Begin(name)).ConfigureAwait(false);
    }

    private async ValueTask<SmtpSendResult> SendOctetsAsync(MailContent content, CancellationToken cancellationToken)
    {
        var transfer = new StepDeadline("the octets", connection.Server.Deadlines.Transfer);
        await SmtpOctets.WriteAsync(connection, content, transfer, cancellationToken).ConfigureAwait(false);
        var step = new StepDeadline("the answer to the octets", connection.Server.Deadlines.Command * LastAnswerFactor);
        try
        {
            // Only now does the dot leave: before it the server can't have taken the mail over.
            var reply = await replies.ReadAsync(step).ConfigureAwait(false);
            return Result(reply.IsPositive ? SmtpOutcome.Accepted : SmtpOutcome.ContentRefused) with { Reply = reply };
        }
        catch (MailProtocolException exception)
        {
            return Result(SmtpOutcome.Unknown) with { Reason = exception.Message };
        }
    }

    // The server took DATA although it took no recipient: an empty mail ends that (RFC 2920 section 3.1).
    private async ValueTask<SmtpSendResult> SendNothingAsync(SmtpServerReply sender)
    {
        connection.Say(".");
        await replies.ReadAsync(connection.Begin("the end of nothing")).ConfigureAwait(false);
        return sender.IsPositive ? Result(SmtpOutcome.RecipientsRefused) : Result(SmtpOutcome.SenderRefused) with { Reply = sender };
    }

    private async ValueTask ResetAsync()
    {
        connection.Say("RSET");
        await replies.ReadAsync(connection.Begin("RSET")).ConfigureAwait(false);
    }

    private async ValueTask<SmtpServerReply> ReadAsync(StepDeadline step)
    {
        var reply = await replies.ReadAsync(step).ConfigureAwait(false);
        return reply.Code == 421
            ? throw connection.Fail(MailFailure.ServerClosing, step.Name, "the server closes the connection", serverText: reply.ToString())
            : reply;
    }

    private SmtpSendResult Result(SmtpOutcome outcome) =>
        new(outcome, [.. envelope.Recipients.Zip(_recipients, (address, reply) => new SmtpRecipientReply(address, reply))]);
}
