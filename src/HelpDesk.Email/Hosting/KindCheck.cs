using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Hosting;

/// <summary>Refuses to start where two packages claim one kind: which of them reads a mailbox, or sends, must be no matter of chance.</summary>
internal static class KindCheck
{
    /// <exception cref="HelpDeskConfigurationException">Two factories have one kind; the message names it and both.</exception>
    public static void Check(IEnumerable<IMailboxSourceFactory> sources, IEnumerable<IOutboundTransportFactory> transports)
    {
        Refuse("read mailboxes", nameof(MailboxOptions), sources.Distinct().Select(factory => (factory.Kind, factory.GetType())));
        Refuse("send mail", nameof(OutgoingAccountOptions), transports.Distinct().Select(factory => (factory.Kind, factory.GetType())));
    }

    private static void Refuse(string what, string options, IEnumerable<(string Kind, Type Factory)> factories)
    {
        if (factories.GroupBy(factory => factory.Kind, StringComparer.OrdinalIgnoreCase).FirstOrDefault(kind => kind.Count() > 1) is { } claimed)
        {
            var names = string.Join(" and ", claimed.Select(factory => factory.Factory.FullName));
            throw new HelpDeskConfigurationException(
                $"The kind '{claimed.Key}' is claimed by {names}, which both {what}. Register one of them alone: {options}.Kind chooses by this word.");
        }
    }
}
