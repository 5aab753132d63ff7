using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Servers;

/// <summary>A conversation with a mail server failed; the message names server, step, reason and what to do.</summary>
/// <remarks>
/// <see cref="Failure"/> tells the reasons apart. Neither the message nor an inner exception holds a secret: where a server
/// repeats a password in its answer, it is masked.
/// </remarks>
public sealed class MailProtocolException : HelpDeskEmailException
{
    private readonly bool? _isTransient;

    /// <summary>Makes one.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="message">The same in words, with server and step.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    /// <param name="isTransient">Whether a later try may succeed; <see langword="null"/> where the failure says it.</param>
    public MailProtocolException(MailFailure failure, string message, Exception? innerException = null, bool? isTransient = null)
        : base(message, innerException)
    {
        Failure = failure;
        _isTransient = isTransient;
    }

    /// <summary>What went wrong.</summary>
    public MailFailure Failure { get; }

    /// <summary>The server, as host and port; empty when not known.</summary>
    public string Server { get; init; } = string.Empty;

    /// <summary>The step that failed, for instance <c>connect</c>, <c>TLS</c> or the name of a command; empty when not known.</summary>
    public string Step { get; init; } = string.Empty;

    /// <summary>What the server said, on one line without control characters and at most 400 characters long; <see langword="null"/> when it said nothing.</summary>
    public string? ServerText { get; init; }

    /// <summary>The code of the answer where the protocol has one, for instance <c>AUTHENTICATIONFAILED</c> or <c>IN-USE</c>; in upper case.</summary>
    public string? ResponseCode { get; init; }

    /// <summary>Whether the same call may succeed later without anybody changing anything.</summary>
    public override bool IsTransient => _isTransient ?? Failure is MailFailure.NameNotFound or MailFailure.ConnectionRefused
        or MailFailure.Unreachable or MailFailure.TimedOut or MailFailure.ConnectionLost or MailFailure.ServerClosing
        or MailFailure.LoginUnavailable or MailFailure.MailboxInUse or MailFailure.OverQuota or MailFailure.ProtocolViolation;
}
