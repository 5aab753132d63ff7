using HelpDesk.Email.Architecture.Tests.Repository;

namespace HelpDesk.Email.Architecture.Tests.Sources;

/// <summary>Names say what a thing is.</summary>
public sealed class NameTests
{
    private static readonly string[] Banned = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Common", "Info", "Impl"];

    // Types of MimeKit and MailKit: a host that uses both needs no aliases.
    private static readonly string[] Taken =
    [
        "MimeMessage", "MimePart", "MimeEntity", "MimeReader", "MimeParser", "MimeUtils", "MailboxAddress", "InternetAddress", "InternetAddressList", "Header",
        "HeaderList", "HeaderId", "Multipart", "TextPart", "MessagePart", "BodyBuilder", "ContentType", "ContentDisposition", "ParserOptions", "FormatOptions",
        "UniqueId", "UniqueIdSet", "UniqueIdRange", "Envelope", "IMailTransport", "IMailFolder", "SmtpClient", "ImapClient", "Pop3Client",
        "MessageSummary", "BodyPart", "ProtocolLogger",
    ];

    public static TheoryData<string> Packages => Package.Names;

    [Theory]
    [MemberData(nameof(Packages))]
    public void No_type_ends_in_a_word_that_says_nothing(string name) =>
        Findings.None("These types say nothing", Package.Of(name).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("HelpDesk.Email", StringComparison.Ordinal) == true)
            .Where(type => EndsInBanned(type.Name.Split('`')[0]))
            .Select(type => type.FullName));

    [Theory]
    [MemberData(nameof(Packages))]
    public void No_file_and_no_folder_ends_in_a_word_that_says_nothing(string name) =>
        Findings.None("These files say nothing", Package.Of(name).SourceFiles.Where(file => Path.ChangeExtension(file, null).Split('/').Any(EndsInBanned)));

    [Theory]
    [MemberData(nameof(Packages))]
    public void No_public_type_bears_a_name_of_MimeKit_or_MailKit(string name) =>
        Findings.None("These names are taken", Surface.PublicTypes.Of(Package.Of(name).Assembly).Where(type => Taken.Contains(type.Name)).Select(type => type.FullName));

    private static bool EndsInBanned(string name) => Array.Exists(Banned, word => name.EndsWith(word, StringComparison.Ordinal));
}
