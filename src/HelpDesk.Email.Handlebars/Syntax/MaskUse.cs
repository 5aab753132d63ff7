using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>A mask in a template.</summary>
/// <param name="Start">Where its first sign stands.</param>
/// <param name="End">What follows its last sign.</param>
/// <param name="Name">Its name as it is written, without what stands in brackets.</param>
/// <param name="Argument">What stands in brackets, or <see langword="null"/>.</param>
/// <param name="Mask">What is known by this name, or <see langword="null"/>.</param>
/// <param name="MayBeWords">Whether it is a mask only where the model has a value for it, and else the words that it looks like.</param>
internal sealed record MaskUse(int Start, int End, string Name, string? Argument, TemplateMask? Mask, bool MayBeWords);
