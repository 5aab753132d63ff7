namespace HelpDesk.Email.Html.Quotes.Words;

/// <summary>What a line means for what follows it.</summary>
internal enum LineMeaning
{
    Words,

    /// <summary>Dashes around the words for an original message.</summary>
    Original,

    /// <summary>The words for a forwarded mail.</summary>
    Forward,

    /// <summary>Nothing but dashes or underscores.</summary>
    Divider,
}
