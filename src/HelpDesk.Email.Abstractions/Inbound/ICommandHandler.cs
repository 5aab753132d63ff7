using HelpDesk.Email.Contacts;

namespace HelpDesk.Email.Inbound;

/// <summary>Obeys a command that a mail gives, such as <c>#close#</c>.</summary>
/// <remarks>
/// One instance serves all mails, several at once. A handler writes nothing but what it wants of the ticket, into
/// <see cref="InboundContext.Draft"/>: whether anything comes of it is decided later. It may throw; an exception counts as an
/// attempt of the mail, like one of a step.
/// </remarks>
public interface ICommandHandler
{
    /// <summary>Its name and its other names, each a letter followed by letters, digits and <c>-</c>; case is ignored. The first one names it in the settings.</summary>
    /// <remarks>Of two handlers with one name the one that was registered later is asked, so a host can replace what is built in.</remarks>
    IReadOnlyList<string> Names { get; }

    /// <summary>The least that somebody must be to give the command, where <c>Commands:Roles</c> says nothing else.</summary>
    /// <remarks>Authority is needed besides (<see cref="SenderIdentity.HasAuthority"/>), and the mail must be a person's: the engine sees to both, and asks the handler only then.</remarks>
    ContactRole LeastRole { get; }

    /// <summary>Whether the entry is for technicians alone when the command is refused: for commands that hide what stands in the mail.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    bool HidesEntryWhenRefused => false;

    /// <summary>Obeys, or says why not.</summary>
    ValueTask<CommandVerdict> HandleAsync(CommandContext context, CancellationToken cancellationToken);
}
