using HelpDesk.Email.Servers;

namespace HelpDesk.Email.MailKit.Connecting;

/// <summary>What a refusal of one protocol means.</summary>
internal interface IFailureReader
{
    /// <summary>The name of the protocol in messages.</summary>
    string Protocol { get; }

    /// <summary>Whether the server said that it ends the conversation.</summary>
    bool IsClosing(ServerWords words);

    /// <summary>The reason for a refused log-in.</summary>
    MailFailure OfLogin(ServerWords words);

    /// <summary>The reason for a refused command, with its response code where there is one; <see langword="null"/> where the exception is no refusal.</summary>
    (MailFailure Failure, string Reason, string? Code)? OfCommand(string step, Exception exception, ServerWords words);
}
