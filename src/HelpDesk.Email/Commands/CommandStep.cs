using HelpDesk.Email.Inbound;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Commands;

/// <summary>Obeys commands.</summary>
[StepDescription("Obeys commands such as #close# from a person who may give them; a refused one is noted in the ticket and answers nobody.")]
public sealed class CommandStep : IInboundStep
{
    private readonly ISubjectCommandParser _parser;
    private readonly CommandTable _table;

    /// <summary>Makes the step.</summary>
    /// <param name="parser">Finds commands in text.</param>
    /// <param name="handlers">Obey them; of two with one name the later is asked.</param>
    /// <exception cref="Messages.HelpDeskConfigurationException">A handler has a name that can't be written as a command.</exception>
    public CommandStep(ISubjectCommandParser parser, IEnumerable<ICommandHandler> handlers)
    {
        _parser = parser;
        _table = new CommandTable(handlers);
    }

    /// <inheritdoc/>
    public async ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        if (!context.Settings.Commands.Enabled)
        {
            return StepVerdict.Continue("Commands:Enabled is off");
        }

        var said = new List<string>();
        foreach (var command in TakeOut(context))
        {
            said.Add(await ObeyAsync(new CommandContext(context, command), cancellationToken).ConfigureAwait(false));
        }

        if (context.Answer is not null)
        {
            return StepVerdict.Stop(JournalOutcome.Recorded, string.Join("; ", said));
        }

        return StepVerdict.Continue(said.Count == 0 ? "no command" : string.Join("; ", said));
    }

    // Words between two signs that are no command of anybody's stay where they are.
    private IReadOnlyList<SubjectCommand> TakeOut(InboundContext context)
    {
        var subject = context.Draft.Subject ?? context.Mail.Subject;
        var commands = _parser.Parse(subject).Where(_table.Knows).ToList();
        if (commands.Count > 0)
        {
            context.Draft.Subject = CommandText.Without(subject, commands);
        }

        if (context.Settings.Commands.BodyLines && !context.Classification.IsAutomatic)
        {
            var (lines, rest) = CommandLines.Split(context.Extracted, text => _parser.Parse(text), _table.Knows);
            commands.AddRange(lines);
            context.Extracted = rest;
        }

        return [.. commands.DistinctBy(command => (command.Name, command.Argument))];
    }

    private async ValueTask<string> ObeyAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var handler = _table.HandlerOf(context.Command);
        var verdict = CommandPermission.WhyNot(context, handler) is { } reason
            ? CommandVerdict.Refused(reason)
            : await handler.HandleAsync(context, cancellationToken).ConfigureAwait(false);
        var name = CommandText.Write(context.Command);
        if (verdict.IsDone)
        {
            context.Inbound.Evidence.Add($"command {name}");
            context.Inbound.Answer ??= verdict.Answer;
            return $"{name}: {verdict.Text}";
        }

        // What was asked to be hidden stays hidden, whoever asked: it can be shown later, and never be unseen.
        context.Draft.IsInternal |= handler.HidesEntryWhenRefused;
        context.Draft.Notes.Add($"{name} was refused: {verdict.Text}");
        return $"{name} refused: {verdict.Text}";
    }
}
