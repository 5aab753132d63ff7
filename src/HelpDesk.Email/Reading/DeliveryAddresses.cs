using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Reading;

/// <summary>The addresses by which a mail reached us, unparsed.</summary>
internal static class DeliveryAddresses
{
    private static readonly string[] Fields = ["Delivered-To", "X-Original-To", "Envelope-To"];

    /// <summary>Where servers say they put it: the envelope, and the fields that they write it into.</summary>
    public static IEnumerable<string> DeliveredTo(InboundContext context) =>
        context.Entry.EnvelopeRecipients.Concat(Fields.SelectMany(context.Mail.HeaderValues).Select(value => value.Trim().Trim('<', '>')));

    /// <summary>Those, and whom its author names in To and Cc.</summary>
    public static IEnumerable<string> Of(InboundContext context) =>
        DeliveredTo(context).Concat(context.Mail.To.Concat(context.Mail.Cc).Select(address => address.Address));
}
