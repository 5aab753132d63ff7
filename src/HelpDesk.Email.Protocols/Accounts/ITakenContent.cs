using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Protocols.Accounts;

/// <summary>A stream whose octets were kept already: they need not be copied.</summary>
internal interface ITakenContent
{
    /// <summary>Hands them over; whoever gets them disposes them.</summary>
    /// <param name="limit">How many there may be.</param>
    /// <returns>The mail; <see langword="null"/> when it is longer.</returns>
    MailContent? Take(long limit);
}
