namespace HelpDesk.Email.Html.Quotes;

/// <summary>What a line means for what follows it.</summary>
internal enum LineMeaning
{
    Words,

    /// <summary>Dashes around the words for an original message.</summary>
    Original,

    /// <summary>The words for a forwarded mail.</summary>
    Forward,

    /// <summary>The line above which an answer was asked for.</summary>
    AnswerAbove,

    /// <summary>Nothing but dashes or underscores.</summary>
    Divider,
}
