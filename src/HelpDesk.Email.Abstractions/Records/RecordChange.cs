using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Records;

/// <summary>One change of one record, as a mail asks for it. Immutable.</summary>
public sealed record RecordChange
{
    /// <summary>Names the operation: the same change applied again has the same id, and must have no second effect.</summary>
    public required Guid OperationId { get; init; }

    /// <summary>The module, by its name in lower case.</summary>
    public required string Module { get; init; }

    /// <summary>Whether this change only asks what became of <see cref="OperationId"/>, and ends it. Nothing below is set then.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>What is done.</summary>
    public RecordOperation Operation { get; init; }

    /// <summary>The record, as the mail names it: at most 40 letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>/</c>; <see langword="null"/> for one that is made.</summary>
    public string? Id { get; init; }

    /// <summary>Who asks for it; they are permitted to.</summary>
    public EmailAddress? Author { get; init; }

    /// <summary>The subject behind the keyword; may be empty.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>The <c>Field: value</c> lines at the top of the text. Look names up without case; case is as it was written.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands below those lines, without quotation; <c>\n</c> line ends.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>When the mail was received.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The Message-ID of the mail, angle brackets included, or <see langword="null"/>.</summary>
    public string? MessageId { get; init; }

    /// <summary>The row of the journal that holds the original, or 0.</summary>
    public long JournalId { get; init; }

    /// <summary>The number of the ticket whose conversation the mail continues, or <see langword="null"/>.</summary>
    public string? Ticket { get; init; }

    /// <summary>A field by its name, without case; <see langword="null"/> when it is not there.</summary>
    public string? Field(string name) =>
        Fields.FirstOrDefault(field => string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The change that has no effect but one: what <paramref name="operationId"/> has not done by now, it never will.</summary>
    public static RecordChange Nothing(string module, Guid operationId) => new() { OperationId = operationId, Module = module, IsEmpty = true };
}
