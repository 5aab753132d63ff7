using System.Globalization;

namespace HelpDesk.Email.QuickStart.Tests.Smtp;

/// <summary>What a server answered.</summary>
internal sealed record SmtpAnswer(int Code, string Text)
{
    private const string StoredAs = "stored as ";

    /// <summary>The row of the journal that the answer to a mail names.</summary>
    public long Row => long.Parse(Text[(Text.IndexOf(StoredAs, StringComparison.Ordinal) + StoredAs.Length)..], CultureInfo.InvariantCulture);
}
