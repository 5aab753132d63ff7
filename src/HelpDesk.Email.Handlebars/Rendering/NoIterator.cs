using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using HandlebarsDotNet.Iterators;
using HandlebarsDotNet.PathStructure;

namespace HelpDesk.Email.Handlebars.Rendering;

/// <summary>Nothing to iterate: the empty branch.</summary>
internal sealed class NoIterator : IIterator
{
    public void Iterate(
        in EncodedTextWriter writer, BindingContext context, ChainSegment[] blockParamsVariables, object input, TemplateDelegate template, TemplateDelegate ifEmpty) =>
        ifEmpty(writer, context);
}
