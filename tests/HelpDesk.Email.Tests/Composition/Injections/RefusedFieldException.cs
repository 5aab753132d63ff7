namespace HelpDesk.Email.Tests.Composition.Injections;

/// <summary>A field can't hold a text at all.</summary>
internal sealed class RefusedFieldException : Exception;
