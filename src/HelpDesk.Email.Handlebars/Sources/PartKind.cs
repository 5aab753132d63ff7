namespace HelpDesk.Email.Handlebars.Sources;

/// <summary>What a part of a template becomes.</summary>
internal enum PartKind
{
    Subject,
    Text,
    Html,
}
