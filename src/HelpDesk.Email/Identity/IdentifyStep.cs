using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Identity;

/// <summary>Says who wrote a mail, and how sure we are.</summary>
[StepDescription("Finds the person behind From, and how sure we are that it is them; Reply-To is never an identity.")]
public sealed class IdentifyStep : IInboundStep
{
    private readonly IContactDirectory _contacts;

    /// <summary>Makes the step.</summary>
    public IdentifyStep(IContactDirectory contacts) => _contacts = contacts;

    /// <inheritdoc/>
    public async ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var address = context.Mail.From.Count > 0 ? context.Mail.From[0] : StandIn(context);
        var (trust, reason) = SenderAuthentication.Evaluate(context);
        var contact = await _contacts.FindAsync(address, cancellationToken).ConfigureAwait(false);
        context.Sender = new SenderIdentity(address, trust) { Contact = contact };
        return StepVerdict.Continue(context.Mail.From.Count > 0
            ? $"{context.Sender.Role}, {trust}: {reason}"
            : $"no From that can be read, {trust}");
    }

    // A ticket needs a requester. This one says on its face that there was none, and nothing is ever sent to it (RFC 2606).
    private static EmailAddress StandIn(InboundContext context) =>
        EmailAddress.TryCreate(context.Entry.ReversePath, null, out var sender) ? sender : EmailAddress.Create("unknown@sender.invalid");
}
