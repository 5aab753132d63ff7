using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Records;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Inbound;

/// <summary>One mail on its way through the pipeline. Each property below the first four is set by the step that its text names.</summary>
/// <remarks>For one step at a time. A property that is read before its step ran throws <see cref="InvalidOperationException"/>.</remarks>
public sealed class InboundContext
{
    /// <summary>Starts with what is known before the first step.</summary>
    public InboundContext(JournalEntry entry, MailContent content, MailboxOptions mailbox, HelpDeskEmailOptions settings)
    {
        Entry = entry;
        Content = content;
        Mailbox = mailbox;
        Settings = settings;
    }

    /// <summary>The row of the journal.</summary>
    public JournalEntry Entry { get; }

    /// <summary>The octets.</summary>
    public MailContent Content { get; }

    /// <summary>The mailbox it came to.</summary>
    public MailboxOptions Mailbox { get; }

    /// <summary>The settings: the same ones for all steps of one mail.</summary>
    public HelpDeskEmailOptions Settings { get; }

    /// <summary>The mail as it is understood, by the step that parses.</summary>
    public InboundMail Mail { get => field ?? throw Unset(nameof(Mail)); set; }

    /// <summary>What sort of mail it is, by the step that classifies.</summary>
    public MailClassification Classification { get => field ?? throw Unset(nameof(Classification)); set; }

    /// <summary>Who wrote it, by the step that identifies; the one that correlates may raise the trust.</summary>
    public SenderIdentity Sender { get => field ?? throw Unset(nameof(Sender)); set; }

    /// <summary>The ticket it belongs to, by the step that correlates; <see langword="null"/> for none.</summary>
    public TicketMatch? Match { get; set; }

    /// <summary>What goes into the ticket, by the step that extracts.</summary>
    public ExtractedContent Extracted { get => field ?? throw Unset(nameof(Extracted)); set; }

    /// <summary>What commands and rules want of the ticket.</summary>
    public TicketDraft Draft { get; } = new();

    /// <summary>The change of another record that will be applied instead of one of a ticket, by a step that stops with <see cref="JournalOutcome.Recorded"/>.</summary>
    public RecordChange? Record { get; set; }

    /// <summary>What the sender gets in answer, by a step that stops with <see cref="JournalOutcome.Recorded"/>.</summary>
    public MailAnswer? Answer { get; set; }

    /// <summary>The change of the ticket that will be applied, by the step that admits.</summary>
    public TicketChange? Change { get; set; }

    /// <summary>The evidence that goes into the trace beside the verdicts, in order.</summary>
    public IList<string> Evidence { get; } = [];

    private static InvalidOperationException Unset(string property) =>
        new($"{property} is not set yet: the step that reads it must come after the one that sets it. DescribePipeline() prints the order.");
}
