using HelpDesk.Email.Correlation;

namespace HelpDesk.Email.Records;

/// <summary>What a keyword at the start of a subject asks for: <c>[announcement - new]</c>, <c>[announcement - 17]</c>, <c>[announcement - 17 - delete]</c>.</summary>
/// <param name="Module">The module in lower case.</param>
/// <param name="Id">The record, or <see langword="null"/> for one that is made.</param>
/// <param name="Operation">What is asked for.</param>
/// <param name="Rest">The subject behind it.</param>
internal sealed record RecordRequest(string Module, string? Id, RecordOperation Operation, string Rest)
{
    private const int MaxLength = 40;

    /// <summary>Reads a subject; an answer ("Re: [announcement - 17]") asks for nothing, so that nobody deletes by a word of thanks.</summary>
    public static RecordRequest? Read(string subject)
    {
        var text = subject.Trim();
        if (RecordKeyword.Find(text).FirstOrDefault() is not { Start: 0, IsSpaced: true } keyword
            || !IsWord(keyword.Module) || !char.IsAsciiLetter(keyword.Module[0]) || !IsWord(keyword.Id))
        {
            return null;
        }

        var isNew = keyword.Id.Equals("new", StringComparison.OrdinalIgnoreCase);
        if (keyword.Word is { } word && (isNew || !word.Equals("delete", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var operation = isNew ? RecordOperation.Create : keyword.Word is null ? RecordOperation.Update : RecordOperation.Delete;
        return new RecordRequest(keyword.Module.ToLowerInvariant(), isNew ? null : keyword.Id, operation, text[keyword.End..].Trim());
    }

    /// <summary>The keyword without its brackets.</summary>
    public override string ToString() => Operation switch
    {
        RecordOperation.Create => $"{Module} - new",
        RecordOperation.Delete => $"{Module} - {Id} - delete",
        _ => $"{Module} - {Id}",
    };

    private static bool IsWord(string text) =>
        text.Length is > 0 and <= MaxLength && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '@' or '+');
}
