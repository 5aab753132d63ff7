using System.Collections;
using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Tests.Settings;

/// <summary>Settings with a value that they can't have.</summary>
internal static class WrongSettings
{
    private static readonly Type[] Plain = [typeof(bool), typeof(int), typeof(long), typeof(TimeSpan), typeof(DateTimeOffset)];

    /// <summary>The keys of all options that are no free text, with a text that is no value of theirs.</summary>
    public static IEnumerable<(string Key, string Value)> Unreadable() =>
        Leaves(typeof(HelpDeskEmailOptions), string.Empty).Where(leaf => leaf.Type.IsEnum || Plain.Contains(leaf.Type)).Select(leaf => (leaf.Key, "nonsense"));

    /// <summary>The keys of all options that are one word of several, with a number that stands for none.</summary>
    public static IEnumerable<(string Key, string Value)> NoWord() =>
        Leaves(typeof(HelpDeskEmailOptions), string.Empty).Where(leaf => leaf.Type.IsEnum).Select(leaf => (leaf.Key, "42"));

    /// <summary>Settings that can be read and mean nothing, and the key that is told where it is another one.</summary>
    public static IEnumerable<(string Key, string Value, string? Told)> Meaningless() =>
    [
        ("Filters:Senders:x:Text", "", null),
        ("Filters:Senders:x:Text", "example.test, y", null),
        ("Filters:Subjects:x:Text", "", null),
        ("Filters:Subjects:x:Text", "y", null),
        ("Filters:DuplicateWindow", "00:00:01", null),
        ("Identity:AuthenticationServer", "mx.example.test; dmarc=pass", null),
        ("Identity:TrustedRelays:0", "ann@example.test", null),
        ("Identity:WebForms:0", "form", null),
        ("Correlation:SubjectTagPrefix", "", null),
        ("Correlation:SubjectTagPrefix", "2024", null),
        ("Correlation:ModuleNames:0", "[Ticket", "Correlation:ModuleNames"),
        ("Correlation:SubjectTextMaxAge", "00:00:00", null),
        ("Correlation:ExternalNumbers:0:From", "(", null),
        ("Correlation:ExternalNumbers:0:Number", "CASE", null),
        ("Correlation:ExternalNumbers:0:SearchSubject", "false", null),
        ("Commands:Roles:x", "Technician", null),
        ("Commands:AutomaticFrom:0", "robot", null),
        ("Rules:x:Type", "y", "Rules:x has no condition"),
        ("Rules:x:Header", "X Y", null),
        ("Rules:x:HeaderContains", "y", "Rules:x:Header is missing"),
        ("Rules:x:HeaderMatches", "(", null),
        ("Rules:x:FromContains", " ", null),
        ("Rules:x:FromMatches", "(", null),
        ("Rules:x:ToContains", " ", null),
        ("Rules:x:ToMatches", "(", null),
        ("Rules:x:SubjectContains", " ", null),
        ("Rules:x:SubjectMatches", "(", null),
        ("Rules:x:BodyContains", " ", null),
        ("Rules:x:BodyMatches", "(a)\\1", null),
        ("Rules:x:Kind", "Cat", null),
        ("Rules:x:Category", "{1}", "Rules:x sets its category to {1}"),
        ("Rules:x:Assignee", "bob", null),
        ("Rules:x:Subscribers:0", "bob", null),
        ("Rules:x:Notify:0", "bob", null),
        ("TicketTypes:x:Assignee", "bob", null),
        ("TicketTypes:x:Notify:0", "bob", null),
        ("Records:Roles:x", "Technician", null),
        ("Subscribers:MaxPerTicket", "-1", null),
        ("AutomaticAnswers:Delay", "-00:00:01", null),
        ("AutomaticAnswers:MaxPerAddressIn30Minutes", "-1", null),
        ("AutomaticAnswers:MaxPerAddressInADay", "-1", null),
        ("AutomaticAnswers:MaxPerTicketInAnHour", "-1", null),
        ("AutomaticAnswers:MaxPerDomainInAnHour", "-1", null),
        ("AutomaticAnswers:MaxInAllInAnHour", "-1", null),
        ("AutomaticAnswers:MaxPerHelpDeskInADay", "-1", null),
        ("AutomaticAnswers:MaxMailAge", "00:00:00", null),
        ("Links:RootUrl", "help.example.test", null),
        ("Links:Host", "help example", null),
        ("Links:Port", "0", null),
        ("Links:TicketPath", "tickets", null),
        ("Links:Path", "mail links", null),
        ("Links:SelfServiceUrl", "ftp://example.test", null),
        ("Links:SelfServiceUrl", "javascript:alert(1)", null),
        ("Links:ViewValidity", "00:00:00", null),
        ("Links:AutologinEnabled", "true", null),
        ("Links:AutologinValidity", "31.00:00:00", null),
        ("Links:RatingValidity", "00:00:00", null),

        ("Composition:MaxAttachmentOctets", "-1", null),
        ("Composition:RecentMessages", "51", null),
        ("Composition:RecentMessagesToCustomers", "-1", null),
        ("Composition:Culture", "klingon-latin", null),
        ("Composition:TimeZone", "Atlantis/Deep", null),
        ("Composition:ChosenFields:0", " ", null),
        ("Composition:PublicFields:0", " ", null),
        ("Brands:x:Account", "none", null),
        ("Brands:x:From", "desk", null),
        ("Brands:x:From", "desk@elsewhere.test", null),
        ("Brands:x:ReplyTo", "desk", null),
        ("Brands:x:Culture", "klingon-latin", null),
        ("Brands:x:TimeZone", "Atlantis/Deep", null),
        ("Departments:x:Brand", "none", null),
        ("Departments:x:Account", "none", null),
        ("Departments:x:From", "desk", null),
        ("Departments:x:From", "desk@elsewhere.test", null),
        ("Departments:x:ReplyTo", "desk", null),
        ("Departments:x:Culture", "klingon-latin", null),
        ("Departments:x:TimeZone", "Atlantis/Deep", null),
        ("Mailboxes:support:ReplyTo", "desk", null),
        ("Outgoing:default:From", "desk@elsewhere.test", null),
        ("Monitor:TicketAfterRefusedLogins", "-1", null),
        ("Monitor:TicketTemplate", " ", null),
        ("Monitor:ErrorMail:Level", "Error", "Monitor:ErrorMail:Address"),
        ("Monitor:ErrorMail:Address", "admin", null),
        ("Monitor:ErrorMail:Address", "support@helpdesk.test", null),
        ("Monitor:ErrorMail:Account", "none", null),
    ];

    // What a table or a list holds stands below a name or a number.
    private static IEnumerable<(string Key, Type Type)> Leaves(Type options, string prefix)
    {
        foreach (var property in options.GetProperties().Where(property => property.CanWrite))
        {
            var (key, type) = ($"{prefix}{property.Name}", Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            if (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) || type.IsGenericType)
            {
                var arguments = type.GetGenericArguments();
                (key, type) = ($"{key}:{(arguments.Length == 2 ? "x" : "0")}", arguments[^1]);
            }

            foreach (var leaf in type.Namespace == options.Namespace && !type.IsEnum ? Leaves(type, $"{key}:") : [(key, type)])
            {
                yield return leaf;
            }
        }
    }
}
