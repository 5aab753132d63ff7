namespace HelpDesk.Email.Html.Text;

/// <summary>What is written besides the words.</summary>
/// <param name="ShowsLinks">Addresses of links.</param>
/// <param name="ShowsImages">Alternative texts of images.</param>
/// <param name="MarksQuotes">A sign before quoted lines.</param>
internal readonly record struct TextRules(bool ShowsLinks, bool ShowsImages, bool MarksQuotes);
