namespace HelpDesk.Email.Inbound;

/// <summary>What became of a command: done, or refused. Immutable.</summary>
public sealed record CommandVerdict
{
    private CommandVerdict(bool isDone, string text)
    {
        IsDone = isDone;
        Text = text;
    }

    /// <summary>Whether it was obeyed.</summary>
    public bool IsDone { get; }

    /// <summary>What was done, for the trace; or why not, for the trace and for a line below the entry.</summary>
    public string Text { get; }

    /// <summary>The answer to the mail where it asks for one, or <see langword="null"/>.</summary>
    public MailAnswer? Answer { get; private init; }

    /// <summary>It was obeyed.</summary>
    /// <param name="text">What was done, in words for the trace: <c>the ticket is closed</c>.</param>
    public static CommandVerdict Done(string text) => new(true, text);

    /// <summary>The mail asks for something and is answered with it: it makes no ticket and adds to none, whatever else stands in it. The answer is an automatic one, with the bounds of those.</summary>
    /// <param name="text">What was asked for, in words for the trace: <c>the list of tickets</c>.</param>
    /// <param name="answer">What the sender gets.</param>
    public static CommandVerdict Answered(string text, MailAnswer answer) => new(true, text) { Answer = answer };

    /// <summary>It was not obeyed. Nobody is told by mail; the entry says it.</summary>
    /// <param name="reason">Why not, in words that whoever reads the ticket may see: <c>there is no such technician</c>.</param>
    public static CommandVerdict Refused(string reason) => new(false, reason);
}
