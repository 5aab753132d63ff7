using HelpDesk.Email.Inbound;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Records;

/// <summary>Takes mail as changes of records.</summary>
[StepDescription("Takes a subject such as [announcement - new] as a change of another record, from a person who may make it; a refused one is an ordinary mail.")]
public sealed class RecordStep : IInboundStep
{
    private readonly RecordModules _modules;
    private readonly TicketKeywords _tickets;

    internal RecordStep(RecordModules modules, TicketKeywords tickets)
    {
        _modules = modules;
        _tickets = tickets;
    }

    /// <inheritdoc/>
    public async ValueTask<StepVerdict> EvaluateAsync(InboundContext context, CancellationToken cancellationToken)
    {
        if (!context.Settings.Records.Enabled || context.Classification.IsAutomatic || RecordRequest.Read(context.Mail.Subject) is not { } request)
        {
            return StepVerdict.Continue();
        }

        if (_modules.Find(request.Module) is { } module)
        {
            return await TakeAsync(context, request, module, cancellationToken).ConfigureAwait(false);
        }

        return request.Module == TicketKeywords.Name
            ? StepVerdict.Continue(await _tickets.TakeAsync(context, request, cancellationToken).ConfigureAwait(false))
            : StepVerdict.Continue($"there is no record module '{request.Module}'");
    }

    private static async ValueTask<StepVerdict> TakeAsync(InboundContext context, RecordRequest request, IRecordModule module, CancellationToken cancellationToken)
    {
        var change = ChangeOf(context, request);
        var refusal = RecordPermission.WhyNot(context, change.Module, module.LeastRole(change.Operation))
            ?? await module.WhyNotAsync(change, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
        {
            context.Draft.Notes.Add($"{request} was refused: {refusal}");
            return StepVerdict.Continue($"{request} refused: {refusal}");
        }

        context.Record = change;
        context.Evidence.Add($"keyword {request}");
        return StepVerdict.Stop(JournalOutcome.Recorded, $"a change of another record: {request}");
    }

    private static RecordChange ChangeOf(InboundContext context, RecordRequest request)
    {
        var (fields, text) = RecordFields.Split(context.Extracted.Reply, _ => true);
        return new RecordChange
        {
            OperationId = context.Entry.OperationId,
            Module = request.Module,
            Operation = request.Operation,
            Id = request.Id,
            Author = context.Sender.Address,
            Subject = request.Rest,
            Fields = fields,
            Text = text,
            At = context.Entry.ReceivedAt,
            MessageId = context.Mail.MessageId,
            JournalId = context.Entry.Id,
            Ticket = context.Match?.Ticket.Number,
        };
    }
}
