using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Source.Tests.PublicApi;

/// <summary>The public face of an assembly as lines of text: a type, and below it its members, in an order that only names decide.</summary>
internal static class ApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    internal static IEnumerable<string> Lines(Assembly assembly) =>
        assembly
            .GetExportedTypes()
            .Where(type => !type.FullName!.Contains('<', StringComparison.Ordinal)) // What the compiler makes of an extension block.
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => Members(type).Select(member => "    " + member).Prepend(Header(type)));

    private static string Header(Type type)
    {
        string kind =
            type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? IsReadOnly(type) + Record(type) + "struct"
            : (
                type.IsAbstract && type.IsSealed ? "static "
                : type.IsAbstract ? "abstract "
                : type.IsSealed ? "sealed "
                : ""
            )
                + Record(type)
                + "class";
        string[] bases =
        [
            .. new[] { type.BaseType }.Where(IsTelling).Select(parent => ApiNames.Type(parent!)),
            .. OwnInterfaces(type).Select(ApiNames.Type).Order(StringComparer.Ordinal),
        ];
        string above = bases.Length == 0 ? "" : " : " + string.Join(", ", bases);
        return $"{kind} {type.Namespace}.{ApiNames.Type(type)}{above}{ApiNames.Constraints(type.GetGenericArguments())}";
    }

    private static string IsReadOnly(Type type) =>
        type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "readonly " : "";

    // The compiler gives every record this method, and nothing else has it.
    private static string Record(Type type) =>
        type.GetMethod("PrintMembers", Declared)?.IsDefined(typeof(CompilerGeneratedAttribute), false) == true
            ? "record "
            : "";

    private static bool IsTelling(Type? parent) =>
        parent is not null && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum);

    /// <summary>The interfaces that are of this library or say something to a user; not IEquatable of every record.</summary>
    private static IEnumerable<Type> OwnInterfaces(Type type) =>
        type.IsEnum
            ? []
            : type.GetInterfaces()
                .Except(type.BaseType?.GetInterfaces() ?? [])
                .Where(its => its.IsPublic && !its.Name.StartsWith("IEquatable", StringComparison.Ordinal));

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type)
                .Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        }
        IEnumerable<string> constructors = type.GetConstructors(Declared)
            .Where(IsOpen)
            .Select(made => $"{Access(made)}new({ApiNames.Parameters(made)})");
        IEnumerable<string> fields = type.GetFields(Declared)
            .Where(field => field.IsPublic || field.IsFamily)
            .Select(field => $"{(field.IsStatic ? "static " : "")}{ApiNames.Type(field.FieldType)} {field.Name}");
        IEnumerable<string> properties = type.GetProperties(Declared)
            .Where(property => property.Name != "EqualityContract" && Accessors(property).Any(IsVisible))
            .Select(Property);
        IEnumerable<string> methods = type.GetMethods(Declared)
            .Where(method => IsOpen(method) && !IsAccessor(method))
            .Select(method =>
                $"{Access(method)}{Kind(method)}{ApiNames.Returned(method)} {ApiNames.Method(method)}"
                + $"({ApiNames.Parameters(method)}){ApiNames.Constraints(method.GetGenericArguments())}"
            );
        return constructors
            .Order(StringComparer.Ordinal)
            .Concat(fields.Concat(properties).Order(StringComparer.Ordinal))
            .Concat(methods.Order(StringComparer.Ordinal));
    }

    private static string Property(PropertyInfo property)
    {
        MethodInfo first = Accessors(property).First(IsVisible);
        string index = string.Join(", ", property.GetIndexParameters().Select(ApiNames.Parameter));
        string name = index.Length == 0 ? property.Name : $"this[{index}]";
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        string write =
            property.SetMethod is not { } set || !IsVisible(set) ? ""
            : set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;"
            : " set;";
        string read = property.GetMethod is { } get && IsVisible(get) ? " get;" : "";
        return $"{Access(first)}{Kind(first)}{required}{ApiNames.Returned(property)} {name} {{{read}{write} }}";
    }

    private static MethodInfo[] Accessors(PropertyInfo property) => property.GetAccessors(nonPublic: true);

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    /// <summary>Written by people, and seen from outside.</summary>
    private static bool IsOpen(MethodBase method) =>
        IsVisible(method) && !method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Kind(MethodInfo method) =>
        (method.IsStatic ? "static " : "")
        + (
            method.IsAbstract ? "abstract "
            : method.IsVirtual && method.GetBaseDefinition() != method ? "override "
            : method.IsVirtual && !method.IsFinal ? "virtual "
            : ""
        );
}
