//! What the checker needs to know about a message.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

/// One message, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) id: String,
    pub(super) line: usize,
    pub(super) variables: BTreeSet<String>,
    pub(super) references: BTreeSet<String>,
    pub(super) functions: BTreeSet<String>,
    pub(super) has_value: bool,
    pub(super) has_attributes: bool,
    pub(super) selectors: Vec<Selector>,
    /// All literal words, joined; empty when the message is made of values only.
    pub(super) words: String,
}

/// One `{ $x -> … }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Selector {
    /// Keys that are words (`one`, `other`, `yes`); keys that are numbers are left aside.
    pub(super) keys: BTreeSet<String>,
    /// The literal words of the variant `one`.
    pub(super) one: Option<String>,
}

/// All messages of one file, and the syntax errors with their lines.
pub(super) fn shapes(text: &str) -> (Vec<Shape>, Vec<(usize, String)>) {
    let (resource, errors) = match parser::parse(text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let errors = errors
        .into_iter()
        .map(|error| (line_of(text, error.pos.start), format!("this is not FTL: {}", error.kind)))
        .collect();
    let shapes = resource
        .body
        .iter()
        .filter_map(|entry| match entry {
            Entry::Message(message) => {
                Some(shape(text, message.id.name, message.value.as_ref(), !message.attributes.is_empty()))
            }
            Entry::Term(term) => Some(shape(
                text,
                &format!("-{}", term.id.name),
                Some(&term.value),
                !term.attributes.is_empty(),
            )),
            _ => None,
        })
        .collect();
    (shapes, errors)
}

fn shape(text: &str, id: &str, value: Option<&Pattern<&str>>, has_attributes: bool) -> Shape {
    let mut shape = Shape {
        id: id.to_owned(),
        line: line_of_id(text, id),
        variables: BTreeSet::new(),
        references: BTreeSet::new(),
        functions: BTreeSet::new(),
        has_value: value.is_some(),
        has_attributes,
        selectors: Vec::new(),
        words: String::new(),
    };
    if let Some(value) = value {
        shape.pattern(value);
    }
    shape
}

impl Shape {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let mut keys = BTreeSet::new();
                let mut one = None;
                for variant in variants {
                    if let VariantKey::Identifier { name } = &variant.key {
                        keys.insert((*name).to_owned());
                        if *name == "one" {
                            one = Some(literal(&variant.value));
                        }
                    }
                    self.pattern(&variant.value);
                    self.words.push('\n');
                }
                self.selectors.push(Selector { keys, one });
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::StringLiteral { value } => self.words.push_str(value),
            InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.insert(id.name.to_owned());
                for argument in &arguments.positional {
                    self.inline(argument);
                }
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, .. } => {
                self.references.insert(format!("-{}", id.name));
            }
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }
}

fn literal(pattern: &Pattern<&str>) -> String {
    let mut words = String::new();
    for element in &pattern.elements {
        if let PatternElement::TextElement { value } = element {
            words.push_str(value);
        }
    }
    words
}

/// The line, from 1, of a byte position.
pub(super) fn line_of(text: &str, position: usize) -> usize {
    1 + text.bytes().take(position).filter(|byte| *byte == b'\n').count()
}

fn line_of_id(text: &str, id: &str) -> usize {
    text.lines()
        .position(|line| {
            line.strip_prefix(id).is_some_and(|rest| rest.trim_start_matches(' ').starts_with('='))
        })
        .map_or(1, |line| line + 1)
}
