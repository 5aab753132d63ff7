using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Accounts;

/// <summary>A failure as people read it: what went wrong, and what to do.</summary>
internal static class FailureWords
{
    // A name of one or two letters is no address, and stands in any text.
    private const int ShortestName = 3;

    /// <summary>The words.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="key">The place of the mailbox or account in the settings.</param>
    /// <param name="userName">Who logs in.</param>
    public static string Of(MailProtocolException exception, string key, string? userName) =>
        $"{WithoutName(exception.Message, userName)} {FailureAdvice.For(exception.Failure, key)}".TrimEnd();

    // These words come into the log, and the name is an address mostly: servers like to repeat it.
    private static string WithoutName(string text, string? userName) =>
        userName is { Length: >= ShortestName } ? text.Replace(userName, "(the user name)", StringComparison.OrdinalIgnoreCase) : text;
}
