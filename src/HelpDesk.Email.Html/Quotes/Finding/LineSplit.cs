namespace HelpDesk.Email.Html.Quotes.Finding;

/// <summary>What a line does to the mail.</summary>
internal enum LineSplit
{
    Words,

    /// <summary>All from here on is forwarded.</summary>
    Forward,

    /// <summary>A sign of quotation stands before it.</summary>
    Quoted,

    /// <summary>All from here on, or from a line above that belongs to it, is history.</summary>
    History,
}
