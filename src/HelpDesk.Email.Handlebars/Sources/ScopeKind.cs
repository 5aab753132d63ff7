namespace HelpDesk.Email.Handlebars.Sources;

/// <summary>How much of the help desk a template is for.</summary>
internal enum ScopeKind
{
    All,
    Brand,
    Department,
}
