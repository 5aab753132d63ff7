using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Classification;

/// <summary>Tells the mail of a list from a person's mail that only came through a relay which writes List fields into everything.</summary>
/// <remarks>
/// Companies' relays and archives do that, also to the answer of a customer. A list sends to its own address, and says what it is in
/// Precedence or Feedback-ID. So where neither the address of the list stands in To or Cc nor such a field is there, the mail is a
/// person's if it answers a mail or was written with a mail program. It still gets no automatic answer (RFC 5230 section 4.6).
/// </remarks>
internal static class ListTraffic
{
    private static readonly string[] AddressFields = ["List-Post", "List-Id", "List-Owner", "List-Help", "List-Subscribe", "Mailing-List", "X-Mailing-List"];

    private static readonly string[] MailPrograms =
    [
        "thunderbird", "outlook", "apple mail", "iphone mail", "ipad mail", "android", "k-9", "mutt", "kmail", "evolution", "claws", "the bat",
        "roundcube", "zimbra", "samsung", "lotus notes", "hcl notes", "groupwise", "alpine", "gnus", "emclient", "postbox", "airmail", "spark",
    ];

    /// <summary>Whether the List fields of the mail say nothing against a person.</summary>
    public static bool IsPersonal(InboundMail mail) =>
        !HeaderText.Values(mail, "Precedence").Any(value => HeaderText.Keyword(value) is "list" or "bulk" or "junk")
        && !HeaderText.Values(mail, "Feedback-ID").Any()
        && (mail.InReplyTo.Count > 0 || mail.References.Count > 0 || HasMailProgram(mail))
        && !NamesList(mail);

    private static bool HasMailProgram(InboundMail mail) =>
        HeaderText.Values(mail, "User-Agent").Concat(HeaderText.Values(mail, "X-Mailer"))
            .Any(value => MailPrograms.Any(program => value.Contains(program, StringComparison.OrdinalIgnoreCase)));

    private static bool NamesList(InboundMail mail)
    {
        var fields = AddressFields.SelectMany(name => HeaderText.Values(mail, name)).ToList();
        return mail.To.Concat(mail.Cc).Any(address => fields.Any(field => Names(field, address)));
    }

    // <mailto:team@lists.example.test>, and the identifier of RFC 2919, in which the @ is a dot: <team.lists.example.test>.
    private static bool Names(string field, EmailAddress address) =>
        field.Contains(address.Address, StringComparison.OrdinalIgnoreCase)
        || field.Contains($"<{address.Address.Replace('@', '.')}>", StringComparison.OrdinalIgnoreCase);
}
