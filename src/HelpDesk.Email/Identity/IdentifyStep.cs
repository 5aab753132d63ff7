using HelpDesk.Email.Classification;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Identity;

/// <summary>Says who wrote a mail, and how sure we are.</summary>
[StepDescription("Finds the person behind From, and how sure we are that it is them; Reply-To is an identity for web forms of the settings alone.")]
public sealed class IdentifyStep : IInboundStep
{
    private readonly IContactDirectory _contacts;
    private readonly IMailboxCatalog _mailboxes;

    /// <summary>Makes the step.</summary>
    /// <param name="contacts">Who people are.</param>
    /// <param name="mailboxes">Whose addresses are our own.</param>
    public IdentifyStep(IContactDirectory contacts, IMailboxCatalog mailboxes)
    {
        _contacts = contacts;
        _mailboxes = mailboxes;
    }

    /// <inheritdoc/>
    public async ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var mail = context.Mail;
        var address = mail.From.Count > 0 ? mail.From[0] : StandIn(context);
        var (trust, reason) = SenderAuthentication.Evaluate(mail, context.Settings.Identity);
        var contact = await _contacts.FindAsync(address, cancellationToken).ConfigureAwait(false);
        context.Sender = new SenderIdentity(address, trust) { Contact = contact };
        var brought = await FindBroughtAsync(context, cancellationToken).ConfigureAwait(false);
        return StepVerdict.Continue(mail.From.Count > 0
            ? $"{context.Sender.Role}, {context.Sender.Trust}: {reason}{brought}"
            : $"no From that can be read, {trust}");
    }

    /// <summary>Puts the customer into the place of who brought their mail; says so, or why not.</summary>
    private async ValueTask<string> FindBroughtAsync(InboundContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings.Identity;
        if (WebForms.IsOne(context.Mail, settings))
        {
            if (context.Sender.Trust == SenderTrust.Contradicted)
            {
                return "; not taken for the web form of Identity:WebForms";
            }

            if (WebForms.CustomerOf(context.Mail, settings) is not { } customer || IsOurs(context, customer))
            {
                return "; a web form of Identity:WebForms without exactly one customer in Reply-To";
            }

            // Whoever else has the form's address: a form vouches for nobody.
            await PutAsync(context, customer, context.Sender with { Contact = null }, cancellationToken).ConfigureAwait(false);
            AnswerCustomer(context, customer);
            return "; brought by a web form of Identity:WebForms, the customer is in Reply-To";
        }

        if (!settings.ForwardsByTechnicians || context.Classification.IsAutomatic || context.Sender is not { IsTechnician: true, HasAuthority: true, Contact.IsActive: true } technician
            || ForwardedMails.FindAuthor(context.Mail) is not { } author || IsOurs(context, author) || technician.Is(author))
        {
            return string.Empty;
        }

        // What a technician forwards of another one is their own affair, and no way to speak as that one.
        if (await _contacts.FindAsync(author, cancellationToken).ConfigureAwait(false) is { Role: not ContactRole.Requester })
        {
            return "; forwards a mail of a technician";
        }

        await PutAsync(context, author, technician, cancellationToken).ConfigureAwait(false);
        context.Draft.Notes.Add($"Forwarded by {technician.WritesAs.Name ?? technician.WritesAs.Address} <{technician.Address}>.");
        return "; forwarded by a technician, Identity:ForwardsByTechnicians is on";
    }

    // Nothing of it is proven, and the form asks nobody for a proof: the trust is the lowest that makes tickets.
    private async ValueTask PutAsync(InboundContext context, EmailAddress person, SenderIdentity broughtBy, CancellationToken cancellationToken) =>
        context.Sender = new SenderIdentity(person, SenderTrust.Unverified)
        {
            Contact = await _contacts.FindAsync(person, cancellationToken).ConfigureAwait(false),
            BroughtBy = broughtBy,
        };

    // Forms write from addresses that nobody reads. The answer goes to the customer, whose address counts instead.
    private static void AnswerCustomer(InboundContext context, EmailAddress customer)
    {
        if (context.Classification is { Kind: MailKind.Human, MayRespond: false })
        {
            context.Classification = MailClassifier.Classify(context.Mail with { From = [customer] }, reversePath: null);
        }
    }

    private bool IsOurs(InboundContext context, EmailAddress address) => OwnAddresses.Has(address.Address, _mailboxes.Mailboxes, context.Settings);

    // A ticket needs a requester.
    private static EmailAddress StandIn(InboundContext context) =>
        EmailAddress.TryCreate(context.Entry.ReversePath, null, out var sender) ? sender : StandInSender.Address;
}
