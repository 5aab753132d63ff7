namespace HelpDesk.Email.Architecture.Tests.Features;

/// <summary>A test that says which row it proves.</summary>
/// <param name="Id">The row, for instance <c>IN-03</c>.</param>
/// <param name="Project">The test project.</param>
/// <param name="Class">The class of the test.</param>
/// <param name="Test">The method, or <see langword="null"/> when the whole class is marked.</param>
internal sealed record FeatureMark(string Id, string Project, string Class, string? Test);
