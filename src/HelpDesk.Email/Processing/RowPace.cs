namespace HelpDesk.Email.Processing;

/// <summary>How an action gets on.</summary>
internal enum RowPace
{
    /// <summary>Nothing is under way, or not for long.</summary>
    Usual,

    /// <summary>It takes long: others need not wait for it.</summary>
    Slow,

    /// <summary>It did not stop when it was told to.</summary>
    Lost,
}
