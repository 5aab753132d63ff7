namespace HelpDesk.Email.Troubles;

/// <summary>One trouble as the book has it; touched under its lock alone.</summary>
internal sealed class TroubleState(Trouble trouble, DateTimeOffset at)
{
    public Trouble Trouble { get; set; } = trouble;

    /// <summary>How often it was told since the last report.</summary>
    public int Count { get; set; }

    public DateTimeOffset Last { get; set; } = at;

    public DateTimeOffset? Over { get; set; }

    /// <summary>When the last report of it went out.</summary>
    public DateTimeOffset? Reported { get; set; }

    /// <summary>Whether that report said that it is over, or there is nothing to be over.</summary>
    public bool IsEndTold { get; set; } = true;
}
